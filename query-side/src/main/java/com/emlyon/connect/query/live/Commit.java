package com.emlyon.connect.query.live;

import com.emlyon.connect.query.live.Change.OfCheckIn;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What one decision has changed, or the passing of time.
 *
 * @param position where the campus is afterwards
 * @param changes in an order in which they can be applied; empty when nothing that is shown has changed
 * @param ofTime whether nothing was decided, but time has passed
 * @param follows whether it follows in history what was told before; otherwise the changes are right for those who were told
 *     everything so far, and nobody else can go on from before
 */
public record Commit(LivePosition position, List<Change> changes, boolean ofTime, boolean follows) {

    /** When the first of the check-ins that it adds, changes or removes ends by itself; empty when there is none. */
    public Optional<Instant> firstEnd() {
        return changes.stream()
                .filter(OfCheckIn.class::isInstance)
                .map(change -> Campus.end(((OfCheckIn) change).checkIn().at()))
                .min(Comparator.naturalOrder());
    }
}
