package com.emlyon.connect.app.event;

import com.emlyon.connect.app.fields.Characters;
import com.emlyon.connect.app.fields.Untrimmed;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/** What a student sends to create an event. The date has one of the forms of ISO 8601 that {@link EventDate} parses. */
record EventRequest(
        @Schema(example = "Pique-nique")
        @NotBlank(message = "{title.required}")
        @Characters(max = 200, message = "{title.tooLong}")
        String title,

        @Schema(example = "Au parc")
        @NotBlank(message = "{description.required}")
        @Characters(max = 5_000, message = "{description.tooLong}")
        String description,

        @Untrimmed @NotNull(message = "{date.invalid}") @ValidDate
        String date) {}
