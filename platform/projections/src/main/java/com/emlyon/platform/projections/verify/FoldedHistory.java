package com.emlyon.platform.projections.verify;

import com.emlyon.platform.eventstore.history.FactPage;
import com.emlyon.platform.eventstore.history.History;
import com.emlyon.platform.eventstore.history.StoredFact;
import com.emlyon.platform.projections.fold.Fold;
import com.emlyon.platform.projections.projection.Projection;
import com.emlyon.platform.projections.table.RowsInMemory;

/**
 * All of history for one projection, folded in memory in portions, so that memory is needed only for rows, not for
 * facts.
 */
final class FoldedHistory {

    private static final int PORTION = 5_000;

    private final Projection projection;
    private final History history;
    private final ServingStatus begun;
    private final Fold fold;
    private long position;
    private long facts;

    /** Begins without facts; leaves out facts that are parked, as the tables do. */
    FoldedHistory(Projection projection, History history, ServingStatus begun) {
        this.projection = projection;
        this.history = history;
        this.begun = begun;
        this.fold = new Fold(projection);
    }

    /**
     * Whether applying more facts leads to the present state of the tables: their position has not gone back, and the
     * facts that were parked still are.
     */
    boolean leadsTo(ServingStatus now) {
        return position <= now.position() && now.parkedUpTo(position).equals(begun.parkedUpTo(position));
    }

    /** Applies the facts up to the position of the tables. */
    void goOn(ServingStatus to, Observer observer) {
        while (position < to.position()) {
            FactPage page = history.between(position, to.position(), projection.facts(), PORTION);
            for (StoredFact fact : page.facts()) {
                if (!to.parked().contains(fact.position())) {
                    fold.add(fact);
                }
            }
            if (page.upTo() == position) {
                throw new IllegalStateException("History ends at position %d, before the tables of %s at %d"
                        .formatted(position, projection.name(), to.position()));
            }
            facts += page.facts().size();
            position = page.upTo();
            observer.folded(facts, position, to.position());
        }
    }

    /** How many facts were read, including parked ones. */
    long facts() {
        return facts;
    }

    RowsInMemory rows() {
        return fold.rows();
    }
}
