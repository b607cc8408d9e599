package com.emlyon.connect.api.event;

import com.emlyon.connect.api.account.AccountId;
import java.time.Instant;

/** A student wants to take part. */
public record JoinEvent(EventId event, AccountId by, Instant at) implements EventCommand {}
