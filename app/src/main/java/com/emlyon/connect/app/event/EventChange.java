package com.emlyon.connect.app.event;

import com.emlyon.connect.app.fields.Characters;
import com.emlyon.connect.app.fields.EmptyMeansMissing;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What the creator sends to change an event. A field that is missing, null or empty leaves the value unchanged. */
record EventChange(
        @Schema(example = "Pique-nique")
        @EmptyMeansMissing
        @Size(min = 1, message = "{title.required}")
        @Characters(max = 200, message = "{title.tooLong}")
        @Nullable
        String title,

        @Schema(example = "Au parc")
        @EmptyMeansMissing
        @Size(min = 1, message = "{description.required}")
        @Characters(max = 5_000, message = "{description.tooLong}")
        @Nullable
        String description,

        @EmptyMeansMissing @ValidDate @Nullable String date) {}
