package com.emlyon.connect.app.account;

import com.emlyon.connect.app.web.Verbatim;
import jakarta.validation.constraints.NotEmpty;

/** What a student sends to delete their account. */
record Goodbye(
        @Verbatim @NotEmpty(message = "{password.required}") String password) {}
