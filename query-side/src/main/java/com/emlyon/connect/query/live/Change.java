package com.emlyon.connect.query.live;

import com.emlyon.connect.api.account.AccountView;
import com.emlyon.connect.api.account.StudentView;
import com.emlyon.connect.api.checkin.CheckInView;
import com.emlyon.connect.api.event.EventId;
import com.emlyon.connect.api.event.EventView;

/**
 * One difference between the campus at two moments. A removed account, check-in, event or attendee is given as it was
 * before.
 */
public sealed interface Change {

    /** Whether it was added, changed or removed. */
    Kind kind();

    /**
     * A change of an account. Where the account is shown beside its check-in or events, that is not a change of those.
     */
    record OfAccount(Kind kind, AccountView account) implements Change {}

    /** A change of a check-in. */
    record OfCheckIn(Kind kind, CheckInView checkIn) implements Change {}

    /** A change of a campus event; an added or changed event contains all its attendees. */
    record OfEvent(Kind kind, EventView event) implements Change {}

    /** A change of the attendees of an event that remains; an added attendee is the last one. */
    record OfAttendee(Kind kind, EventId event, StudentView student) implements Change {}

    /** The kinds of change. */
    enum Kind {
        /** It did not exist before. */
        ADDED,
        /** It existed before, and has other values now. */
        CHANGED,
        /** It does not exist any more. */
        REMOVED
    }
}
