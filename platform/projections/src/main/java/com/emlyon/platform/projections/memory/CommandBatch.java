package com.emlyon.platform.projections.memory;

import com.emlyon.platform.eventstore.history.StoredFact;
import com.emlyon.platform.projections.projection.Projection;
import com.emlyon.platform.projections.table.Rows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The facts of one command, which follow each other in history, each together with a projection that it concerns. */
public record CommandBatch(List<Part> parts) {

    /** Sorts facts into the order of history, and groups them by command. */
    public static List<CommandBatch> of(Collection<Part> parts) {
        List<CommandBatch> batches = new ArrayList<>();
        List<Part> inOrder = parts.stream()
                .sorted(Comparator.comparingLong(part -> part.fact().position()))
                .toList();
        for (Part part : inOrder) {
            if (batches.isEmpty() || !batches.getLast().goesOnWith(part)) {
                batches.add(new CommandBatch(new ArrayList<>()));
            }
            batches.getLast().parts.add(part);
        }
        return batches;
    }

    private boolean goesOnWith(Part next) {
        StoredFact last = parts.getLast().fact();
        return next.fact().position() == last.position()
                || next.fact().decision().isPresent() && next.fact().decision().equals(last.decision());
    }

    /** The position of the first of the facts. */
    public long firstPosition() {
        return parts.getFirst().fact().position();
    }

    /** The position of the last of the facts. */
    public long position() {
        return parts.getLast().fact().position();
    }

    /** Whether the tables of all projections concerned have reached its facts. */
    public boolean isIn(ShownTables tables) {
        return parts.stream().allMatch(part -> part.isIn(tables));
    }

    /** Applies the facts to rows as the processors do to the tables: facts of parked streams are left out. */
    public void apply(ShownTables tables, Rows rows) {
        parts.forEach(part -> part.apply(tables, rows));
    }

    /** A fact together with one of the projections that it concerns. */
    public record Part(Projection projection, StoredFact fact) {

        public boolean isIn(ShownTables tables) {
            return fact.position() <= tables.of(projection).position();
        }

        private void apply(ShownTables tables, Rows rows) {
            if (!tables.of(projection).parkedStreams().contains(fact.stream())) {
                projection.apply(fact.fact(), fact.position(), rows);
            }
        }
    }
}
