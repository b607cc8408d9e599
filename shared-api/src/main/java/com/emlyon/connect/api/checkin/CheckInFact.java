package com.emlyon.connect.api.checkin;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.fact.Fact;

/** What happens to a student's presence. */
public sealed interface CheckInFact extends Fact permits CheckedIn, CheckedOut {

    /** Whose presence it is. */
    AccountId account();

    /** The check-in that begins or ends. */
    CheckInId checkIn();
}
