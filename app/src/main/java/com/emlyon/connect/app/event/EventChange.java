package com.emlyon.connect.app.event;

import com.emlyon.connect.app.web.Characters;
import com.emlyon.connect.app.web.Verbatim;
import org.jspecify.annotations.Nullable;

/** What the creator sends to change an event; a field that is missing, null or empty is left as it is. */
record EventChange(
        @Verbatim @NotOnlyBlanks(message = "{title.required}") @Characters(max = 200, message = "{title.tooLong}")
        @Nullable String title,
        @Verbatim @NotOnlyBlanks(message = "{description.required}") @Characters(max = 5_000, message = "{description.tooLong}")
        @Nullable String description,
        @Verbatim @ValidDate(required = false) @Nullable String date) {}
