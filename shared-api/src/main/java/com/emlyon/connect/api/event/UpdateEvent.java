package com.emlyon.connect.api.event;

import com.emlyon.connect.api.account.AccountId;
import java.time.Instant;
import java.util.Optional;

/** Changes the given values of an event and leaves the others unchanged; sent by its creator. */
public record UpdateEvent(
        EventId event,
        AccountId by,
        Optional<String> title,
        Optional<String> description,
        Optional<Instant> date,
        Instant at)
        implements EventCommand {}
