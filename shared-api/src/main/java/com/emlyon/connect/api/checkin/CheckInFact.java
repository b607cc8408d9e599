package com.emlyon.connect.api.checkin;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.platform.eventstore.fact.Fact;

/** The facts of a student's presence. */
public sealed interface CheckInFact extends Fact permits CheckedIn, CheckedOut {

    /** The student. */
    AccountId account();

    /** The check-in that begins or ends. */
    CheckInId checkIn();
}
