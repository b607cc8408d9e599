package com.emlyon.platform.eventstore.history;

import com.emlyon.platform.eventstore.fact.Fact;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reads the facts of a few aggregates, without those of all others. */
public interface Streams {

    /** Passes the facts of some streams to the reader, in the order of history; only a few are in memory at once. */
    void read(
            Collection<String> streams, HistoryEnd end, Set<Class<? extends Fact>> kinds, Consumer<StoredFact> reader);

    /** The time at which the fact at a position was recorded; empty when history does not go that far. */
    Optional<Instant> recordedAt(long position);
}
