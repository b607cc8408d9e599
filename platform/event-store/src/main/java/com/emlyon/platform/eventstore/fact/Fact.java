package com.emlyon.platform.eventstore.fact;

import java.time.Instant;

/** A domain event, which the event store keeps for ever. Every fact has a {@link StoredAs}. */
public interface Fact {

    /** The time of the fact, by the clock of the command that led to it. */
    Instant at();
}
