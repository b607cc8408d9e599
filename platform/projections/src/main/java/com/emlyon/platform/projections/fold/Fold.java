package com.emlyon.platform.projections.fold;

import com.emlyon.platform.eventstore.fact.Fact;
import com.emlyon.platform.eventstore.history.FactOfNewerCode;
import com.emlyon.platform.eventstore.history.StoredFact;
import com.emlyon.platform.projections.projection.Projection;
import com.emlyon.platform.projections.table.RowsInMemory;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Applies facts, one after the other, to rows in memory with the code of projections; for one thread. */
public final class Fold {

    private final List<Projection> projections;
    private final RowsInMemory rows = new RowsInMemory();

    /** Begins without rows. */
    public Fold(Projection... projections) {
        this.projections = List.of(projections);
    }

    /** The facts that concern any of the projections. */
    public Set<Class<? extends Fact>> facts() {
        Set<Class<? extends Fact>> facts = new HashSet<>();
        projections.forEach(projection -> facts.addAll(projection.facts()));
        return facts;
    }

    /**
     * Applies the next fact with each projection that it concerns.
     *
     * @throws UnfoldableFact when the fact cannot be deserialized or applied
     */
    public void add(StoredFact stored) {
        try {
            Fact fact = stored.fact();
            for (Projection projection : projections) {
                if (projection.facts().stream().anyMatch(kind -> kind.isInstance(fact))) {
                    projection.apply(fact, stored.position(), rows);
                }
            }
        } catch (FactOfNewerCode newer) {
            throw newer;
        } catch (RuntimeException failure) {
            throw new UnfoldableFact(stored, failure);
        }
    }

    /** The rows that result from the facts so far. */
    public RowsInMemory rows() {
        return rows;
    }
}
