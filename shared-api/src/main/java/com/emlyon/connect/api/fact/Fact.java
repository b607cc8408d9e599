package com.emlyon.connect.api.fact;

import java.time.Instant;

/** Something that happened, as it is kept for ever in the event store. Every fact carries a {@link StoredAs}. */
public interface Fact {

    /** When it happened, by the clock of the command that led to it. */
    Instant at();
}
