package com.emlyon.connect.api.event;

import com.emlyon.connect.api.account.AccountId;
import java.time.Instant;
import java.util.Optional;

/** The creator changes what is given and leaves the rest as it is. */
public record UpdateEvent(
        EventId event,
        AccountId by,
        Optional<String> title,
        Optional<String> description,
        Optional<Instant> date,
        Instant at)
        implements EventCommand {}
