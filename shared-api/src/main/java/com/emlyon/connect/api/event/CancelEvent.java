package com.emlyon.connect.api.event;

import com.emlyon.connect.api.account.AccountId;
import java.time.Instant;

/** The creator calls it off. */
public record CancelEvent(EventId event, AccountId by, Instant at) implements EventCommand {}
