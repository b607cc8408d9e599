package com.emlyon.connect.app.account;

import com.emlyon.connect.app.web.Characters;
import com.emlyon.connect.app.web.NullMeansEmpty;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** What a student sends to be called otherwise; without the field nothing changes. */
record NewName(
        @NullMeansEmpty
        @Pattern(regexp = "(?s).+", message = "{name.empty}")
        @Characters(max = 100, message = "{name.tooLong}")
        @Nullable
        String name) {}
