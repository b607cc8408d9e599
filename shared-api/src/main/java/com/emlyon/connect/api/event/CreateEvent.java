package com.emlyon.connect.api.event;

import com.emlyon.connect.api.account.AccountId;
import java.time.Instant;

/** Creates an event with a title, a description and the time at which it begins. The creator takes part. */
public record CreateEvent(EventId event, AccountId by, String title, String description, Instant date, Instant at)
        implements EventCommand {}
