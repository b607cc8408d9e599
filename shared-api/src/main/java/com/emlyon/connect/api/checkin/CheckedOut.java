package com.emlyon.connect.api.checkin;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.fact.ExportedTo;
import com.emlyon.connect.api.fact.Recipient;
import com.emlyon.platform.eventstore.fact.StoredAs;
import java.time.Instant;

/** A check-in has ended before its time: by a check-out, by another check-in, or because the account was deleted. */
@ExportedTo(Recipient.STUDENT_OF_THE_STREAM)
@StoredAs("CheckedOut")
public record CheckedOut(AccountId account, CheckInId checkIn, Instant at) implements CheckInFact {}
