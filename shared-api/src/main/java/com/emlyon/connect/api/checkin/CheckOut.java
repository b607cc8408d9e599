package com.emlyon.connect.api.checkin;

import com.emlyon.connect.api.account.AccountId;
import java.time.Instant;

/** A student takes a check-in of theirs back. */
public record CheckOut(AccountId account, CheckInId checkIn, Instant at) implements CheckInCommand {}
