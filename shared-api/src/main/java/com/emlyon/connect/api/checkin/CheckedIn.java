package com.emlyon.connect.api.checkin;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.fact.ExportedTo;
import com.emlyon.connect.api.fact.Recipient;
import com.emlyon.platform.eventstore.fact.StoredAs;
import com.emlyon.platform.eventstore.personal.Personal;
import java.time.Instant;

/**
 * A student has checked in. The fact contains the planned end of the check-in, so that history keeps its meaning when
 * {@link CheckIns#LIFETIME} changes.
 */
@ExportedTo(Recipient.STUDENT_OF_THE_STREAM)
@StoredAs(value = "CheckedIn", revision = "3")
public record CheckedIn(
        AccountId account, CheckInId checkIn, Personal<Whereabouts> whereabouts, Instant at, Instant until)
        implements CheckInFact {}
