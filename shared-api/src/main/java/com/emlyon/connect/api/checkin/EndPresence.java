package com.emlyon.connect.api.checkin;

import com.emlyon.connect.api.account.AccountId;
import java.time.Instant;

/** Ends whatever check-in the account has, as its account is gone. */
public record EndPresence(AccountId account, Instant at) implements CheckInCommand {}
