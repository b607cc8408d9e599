package com.emlyon.connect.query.live;

import com.emlyon.connect.api.account.AccountView;
import com.emlyon.connect.api.account.StudentView;
import com.emlyon.connect.api.checkin.CheckInView;
import com.emlyon.connect.api.event.EventId;
import com.emlyon.connect.api.event.EventView;

/** One difference between two moments of the campus; what was removed is shown as it was before. */
public sealed interface Change {

    /** What has become of it. */
    Kind kind();

    /** Of an account itself; where it is shown beside what it does, that is not a change of those things. */
    record OfAccount(Kind kind, AccountView account) implements Change {}

    /** Of who is where. */
    record OfCheckIn(Kind kind, CheckInView checkIn) implements Change {}

    /** Of a campus event; one that was added or changed brings all its attendees along. */
    record OfEvent(Kind kind, EventView event) implements Change {}

    /** Of who takes part in an event that goes on; whoever was added comes last. */
    record OfAttendee(Kind kind, EventId event, StudentView student) implements Change {}

    /** What becomes of things. */
    enum Kind {
        /** It was not there before. */
        ADDED,
        /** It was there, and says something else now. */
        CHANGED,
        /** It is not there any more. */
        REMOVED
    }
}
