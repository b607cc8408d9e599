package com.emlyon.connect.app.event;

import com.emlyon.connect.api.event.Invitation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an invitation says from now on; null where it says what it said before. */
record Changes(
        @Nullable String title,
        @Nullable String description,
        @Nullable Instant date) {

    /** It says what it said before. */
    static final Changes NONE = new Changes(null, null, null);

    /** From one invitation, or none, to the next. */
    static Changes between(@Nullable Invitation former, Invitation next) {
        if (former == null) {
            return new Changes(next.title(), next.description(), next.date());
        }
        return new Changes(
                next.title().equals(former.title()) ? null : next.title(),
                next.description().equals(former.description()) ? null : next.description(),
                next.date().equals(former.date()) ? null : next.date());
    }

    /** Only what is no text of a student. */
    Changes withoutWords() {
        return new Changes(null, null, date);
    }
}
