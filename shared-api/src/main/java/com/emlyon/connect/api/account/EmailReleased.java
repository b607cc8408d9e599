package com.emlyon.connect.api.account;

import com.emlyon.connect.api.fact.StoredAs;
import java.time.Instant;

/** An address is free again. */
@StoredAs("EmailReleased")
public record EmailReleased(EmailKey emailKey, AccountId account, Instant at) implements EmailFact {}
