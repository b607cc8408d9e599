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

/** The history of a few aggregates, without reading that of all others. */
public interface Streams {

    /**
     * Hands over the facts of some streams, in the order of history, up to a moment; never more than a few at once are in
     * memory. The facts of a moment that is an instant end before the first of them that was recorded later: where clocks
     * disagree, nothing appears without what went before it.
     */
    void read(Collection<String> streams, Moment upTo, Set<Class<? extends Fact>> kinds, Consumer<StoredFact> reader);

    /** Whose check-in it is or was; empty when there never was such a check-in. */
    Optional<AccountId> ownerOf(CheckInId checkIn);

    /** When the fact at a position was recorded; empty when history does not go that far. */
    Optional<Instant> recordedAt(long position);
}
