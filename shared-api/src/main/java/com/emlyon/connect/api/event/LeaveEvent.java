package com.emlyon.connect.api.event;

import com.emlyon.connect.api.account.AccountId;
import java.time.Instant;

/** Lets a student leave an event. */
public record LeaveEvent(EventId event, AccountId by, Instant at) implements EventCommand {}
