package com.emlyon.connect.app.account;

import com.emlyon.connect.app.fields.Verbatim;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotEmpty;

/** What a student sends to delete their account. */
record Goodbye(
        @Schema(format = "password", example = "autremotdepasse") @Verbatim @NotEmpty(message = "{password.required}")
        String password) {}
