package com.emlyon.connect.api.event;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.fact.StoredAs;
import java.time.Instant;

/** A student no longer takes part. */
@StoredAs("EventLeft")
public record EventLeft(EventId event, AccountId account, Instant at) implements EventFact {}
