package com.emlyon.platform.projections.memory;

import com.emlyon.platform.eventstore.history.FactPage;
import com.emlyon.platform.eventstore.history.History;
import com.emlyon.platform.eventstore.history.StoredFact;
import com.emlyon.platform.projections.generation.ServingTables;
import com.emlyon.platform.projections.generation.ViewDatabase;
import com.emlyon.platform.projections.memory.CommandBatch.Part;
import com.emlyon.platform.projections.projection.Projection;
import com.emlyon.platform.projections.table.ObservedRows;
import com.emlyon.platform.projections.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Reads all rows of the tables in one snapshot, and finds the facts that some tables lack and others have. */
public final class TableReading {

    /** Most commands decide fewer facts. */
    private static final int FACTS_OF_A_DECISION = 10;

    private final List<Projection> projections;
    private final ViewDatabase database;
    private final History history;
    private final ServingTables shown;

    /** Reads the tables of the given projections. */
    public TableReading(List<Projection> projections, ViewDatabase database, History history) {
        this.projections = projections;
        this.database = database;
        this.history = history;
        this.shown = new ServingTables(database);
    }

    /**
     * Replaces the rows in memory by those of the tables that readers see; returns the state of the tables that were
     * read.
     */
    public ShownTables replace(ObservedRows rows) {
        return Objects.requireNonNull(database.snapshots().execute(snapshot -> {
            shown.keep(projections);
            for (Projection projection : projections) {
                for (Table table : projection.tables()) {
                    rows.replaceAll(table, reader -> shown.read(table, reader));
                }
            }
            return ShownTables.in(database, projections);
        }));
    }

    /**
     * The facts that some tables lack up to the highest checkpoint, and up to the end of the command there, because a
     * page of facts may end between two facts of a command. Empty when they are more than so many.
     */
    public Optional<List<Part>> missing(ShownTables read, int most) {
        List<Part> missing = new ArrayList<>();
        long end = endOfBatch(read.furthest());
        for (Projection projection : projections) {
            FactPage page = history.between(read.of(projection).position(), end, projection.facts(), most);
            if (page.upTo() < end) {
                return Optional.empty();
            }
            page.facts().forEach(fact -> missing.add(new Part(projection, fact)));
        }
        return Optional.of(missing);
    }

    /**
     * The position of the last fact that was decided by the same command as the one at a position, and concerns a
     * projection.
     */
    public long endOfBatch(long position) {
        Optional<String> decision = projections.stream()
                .flatMap(projection -> history.between(position - 1, position, projection.facts(), 1).facts().stream())
                .findFirst()
                .flatMap(StoredFact::decision);
        return decision.isEmpty()
                ? position
                : projections.stream()
                        .mapToLong(projection -> end(decision.orElseThrow(), position, projection))
                        .max()
                        .orElse(position);
    }

    private long end(String decision, long position, Projection projection) {
        long end = position;
        while (true) {
            List<StoredFact> next =
                    history.after(end, projection.facts(), FACTS_OF_A_DECISION).facts();
            for (StoredFact fact : next) {
                if (!fact.decision().equals(Optional.of(decision))) {
                    return end;
                }
                end = fact.position();
            }
            if (next.size() < FACTS_OF_A_DECISION) {
                return end;
            }
        }
    }
}
