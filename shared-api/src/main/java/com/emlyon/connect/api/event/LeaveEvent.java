package com.emlyon.connect.api.event;

import com.emlyon.connect.api.account.AccountId;
import java.time.Instant;

/** A student no longer wants to take part. */
public record LeaveEvent(EventId event, AccountId by, Instant at) implements EventCommand {}
