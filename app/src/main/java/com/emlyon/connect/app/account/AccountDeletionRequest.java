package com.emlyon.connect.app.account;

import com.emlyon.connect.app.fields.Untrimmed;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotEmpty;

/** What a student sends to delete their account. */
record AccountDeletionRequest(
        @Schema(format = "password", example = "autremotdepasse") @Untrimmed @NotEmpty(message = "{password.required}")
        String password) {}
