package com.emlyon.connect.query.history;

import com.emlyon.connect.api.Moment;
import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.checkin.CheckInId;
import com.emlyon.connect.api.fact.Fact;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reads the facts of a few aggregates, without those of all others. */
public interface Streams {

    /**
     * Passes the facts of some streams to the reader, in the order of history, up to a moment; only a few are in memory
     * at once. When the moment is an instant, reading ends before the first fact that was recorded later. So when the
     * clocks of nodes differ, no fact is passed without those before it.
     */
    void read(Collection<String> streams, Moment upTo, Set<Class<? extends Fact>> kinds, Consumer<StoredFact> reader);

    /** The student of a check-in, current or past; empty when there never was such a check-in. */
    Optional<AccountId> ownerOf(CheckInId checkIn);

    /** The time at which the fact at a position was recorded; empty when history does not go that far. */
    Optional<Instant> recordedAt(long position);
}
