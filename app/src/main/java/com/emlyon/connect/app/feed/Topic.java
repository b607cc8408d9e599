package com.emlyon.connect.app.feed;

import com.emlyon.connect.query.live.Change;
import com.emlyon.connect.query.live.Change.OfAccount;
import com.emlyon.connect.query.live.Change.OfAttendee;
import com.emlyon.connect.query.live.Change.OfCheckIn;
import com.emlyon.connect.query.live.Change.OfEvent;
import java.util.Optional;

/** The full lists that are sent; each has its own kind of frame. */
enum Topic {
    CHECK_INS,
    EVENTS;

    /** The list to send again after a change; none for new names and avatars, which are sent with the next list. */
    static Optional<Topic> of(Change change) {
        return switch (change) {
            case OfCheckIn checkIn -> Optional.of(CHECK_INS);
            case OfEvent event -> Optional.of(EVENTS);
            case OfAttendee attendee -> Optional.of(EVENTS);
            case OfAccount account -> Optional.empty();
        };
    }
}
