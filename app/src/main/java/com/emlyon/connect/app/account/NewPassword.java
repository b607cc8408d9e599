package com.emlyon.connect.app.account;

import com.emlyon.connect.app.fields.Bytes;
import com.emlyon.connect.app.fields.NormalisedPassword;
import com.emlyon.connect.app.fields.Untrimmed;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What a student sends to change their password. The new one has to meet the rules of a registration. */
record NewPassword(
        @Schema(format = "password", example = "lemotdepasse") @Untrimmed @NotEmpty(message = "{password.required}")
        String currentPassword,

        @Schema(format = "password", example = "autremotdepasse")
        @Untrimmed
        @NormalisedPassword
        @NotNull(message = "{password.tooShort}")
        @Size(min = 6, message = "{password.tooShort}")
        @Bytes(max = 72, message = "{password.tooLong}")
        @Uncommon
        String newPassword) {}
