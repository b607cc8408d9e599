package com.emlyon.connect.app.account;

import com.emlyon.connect.app.fields.Bytes;
import com.emlyon.connect.app.fields.Characters;
import com.emlyon.connect.app.fields.EmptyMeansMissing;
import com.emlyon.connect.app.fields.NormalisedPassword;
import com.emlyon.connect.app.fields.Untrimmed;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a student sends to register. The minimum length of the password counts characters as JavaScript does (UTF-16
 * units); its maximum counts bytes, as bcrypt does.
 */
record Registration(
        @Untrimmed @ValidEmail String email,

        @Schema(format = "password", example = "lemotdepasse")
        @Untrimmed
        @NormalisedPassword
        @NotNull(message = "{password.tooShort}")
        @Size(min = 6, message = "{password.tooShort}")
        @Bytes(max = 72, message = "{password.tooLong}")
        @Uncommon
        String password,

        @Schema(example = "Pia One")
        @NotBlank(message = "{name.required}")
        @Characters(max = 100, message = "{name.tooLong}")
        String name,

        @Schema(example = "EMI 2026")
        @EmptyMeansMissing
        @Characters(max = 100, message = "{promotion.invalid}")
        @Nullable
        String promotion,

        @Untrimmed @HttpAddress(message = "{avatarUrl.invalid}") @Nullable
        String avatarUrl) {}
