package com.emlyon.connect.app.account;

import com.emlyon.connect.app.fields.Characters;
import com.emlyon.connect.app.fields.NullMeansEmpty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What a student sends to change their name. If the field is missing, nothing changes. */
record NewName(
        @Schema(example = "Pia Two")
        @NullMeansEmpty
        @Size(min = 1, message = "{name.empty}")
        @Characters(max = 100, message = "{name.tooLong}")
        @Nullable
        String name) {}
