package com.emlyon.connect.api.checkin;

import com.emlyon.connect.api.account.AccountId;
import java.time.Instant;

/** Ends a check-in of a student. */
public record CheckOut(AccountId account, CheckInId checkIn, Instant at) implements CheckInCommand {}
