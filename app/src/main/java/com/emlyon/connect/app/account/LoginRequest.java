package com.emlyon.connect.app.account;

import com.emlyon.connect.app.fields.Verbatim;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotEmpty;

/** What a student sends to log in. */
record LoginRequest(
        @Verbatim @ValidEmail(orFormer = true) String email,

        @Schema(format = "password", example = "lemotdepasse") @Verbatim @NotEmpty(message = "{password.required}")
        String password) {}
