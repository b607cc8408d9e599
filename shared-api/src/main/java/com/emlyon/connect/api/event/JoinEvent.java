package com.emlyon.connect.api.event;

import com.emlyon.connect.api.account.AccountId;
import java.time.Instant;

/** Lets a student join an event. */
public record JoinEvent(EventId event, AccountId by, Instant at) implements EventCommand {}
