package com.emlyon.connect.app.event;

import com.emlyon.connect.api.account.AccountId;
import java.time.Instant;
import java.util.Locale;

/** One thing that happened to a campus event: when, by whom, and what it changed. */
record EventHistoryEntry(Kind kind, Instant at, AccountId student, Changes changes) {

    /** Returns a copy without the texts of its student. */
    EventHistoryEntry withoutWords() {
        return new EventHistoryEntry(kind, at, student, changes.withoutWords());
    }

    /** What happened. */
    enum Kind {
        CREATED,
        UPDATED,
        JOINED,
        LEFT,
        CANCELLED;

        /** The name that clients are sent. */
        String onTheWire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
