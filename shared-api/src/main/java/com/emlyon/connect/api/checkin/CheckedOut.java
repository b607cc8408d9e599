package com.emlyon.connect.api.checkin;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.fact.ExportedTo;
import com.emlyon.connect.api.fact.Recipient;
import com.emlyon.connect.api.fact.StoredAs;
import java.time.Instant;

/** A check-in has ended before its time: taken back, replaced by another, or gone with its account. */
@ExportedTo(Recipient.STUDENT_OF_THE_STREAM)
@StoredAs("CheckedOut")
public record CheckedOut(AccountId account, CheckInId checkIn, Instant at) implements CheckInFact {}
