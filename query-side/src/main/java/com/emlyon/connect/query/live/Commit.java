package com.emlyon.connect.query.live;

import com.emlyon.connect.query.live.Change.OfCheckIn;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The changes that one command, or the passing of time, has made.
 *
 * @param position the position of the campus afterwards
 * @param changes in an order in which they can be applied; empty when nothing that is shown has changed
 * @param ofTime whether the changes come from the passing of time and not from a command
 * @param follows whether it follows the previous commit in history; otherwise only clients that received everything so
 *     far can apply the changes, and no client can resume from an earlier position
 */
public record Commit(LivePosition position, List<Change> changes, boolean ofTime, boolean follows) {

    /**
     * The earliest time at which a check-in that it adds, changes or removes ends by itself; empty when there is none.
     */
    public Optional<Instant> firstEnd() {
        return changes.stream()
                .filter(OfCheckIn.class::isInstance)
                .map(change -> Campus.end(((OfCheckIn) change).checkIn().at()))
                .min(Comparator.naturalOrder());
    }
}
