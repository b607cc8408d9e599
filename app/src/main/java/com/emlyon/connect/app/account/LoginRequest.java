package com.emlyon.connect.app.account;

import com.emlyon.connect.app.fields.Untrimmed;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotEmpty;

/** What a student sends to log in. The example is an account of the demo data. */
record LoginRequest(
        @Schema(example = "alice@emlyon.com") @Untrimmed @ValidEmail(orFormer = true)
        String email,

        @Schema(format = "password", example = "password123") @Untrimmed @NotEmpty(message = "{password.required}")
        String password) {}
