package com.emlyon.connect.app.account;

import com.emlyon.connect.app.web.Verbatim;
import jakarta.validation.constraints.NotEmpty;

/** What a student sends to log in. */
record LoginRequest(
        @Verbatim @ValidEmail String email,
        @Verbatim @NotEmpty(message = "{password.required}") String password) {}
