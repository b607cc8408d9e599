package com.emlyon.connect.app.event;

import com.emlyon.connect.api.event.Invitation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What changed in an invitation: the new values, or null where a value stayed the same. */
record Changes(
        @Nullable String title,
        @Nullable String description,
        @Nullable Instant date) {

    /** Nothing changed. */
    static final Changes NONE = new Changes(null, null, null);

    /** Compares an invitation with the one before it; if there was none, all values are new. */
    static Changes between(@Nullable Invitation former, Invitation next) {
        if (former == null) {
            return new Changes(next.title(), next.description(), next.date());
        }
        return new Changes(
                next.title().equals(former.title()) ? null : next.title(),
                next.description().equals(former.description()) ? null : next.description(),
                next.date().equals(former.date()) ? null : next.date());
    }

    /** Returns a copy without the texts that a student wrote. */
    Changes withoutWords() {
        return new Changes(null, null, date);
    }
}
