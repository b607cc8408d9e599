package com.emlyon.connect.api.event;

import com.emlyon.connect.api.account.AccountId;
import java.time.Instant;

/** Cancels an event; sent by its creator. */
public record CancelEvent(EventId event, AccountId by, Instant at) implements EventCommand {}
