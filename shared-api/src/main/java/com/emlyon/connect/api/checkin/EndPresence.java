package com.emlyon.connect.api.checkin;

import com.emlyon.connect.api.account.AccountId;
import java.time.Instant;

/** Ends the check-in of an account, if it has one, because the account is deleted. */
public record EndPresence(AccountId account, Instant at) implements CheckInCommand {}
