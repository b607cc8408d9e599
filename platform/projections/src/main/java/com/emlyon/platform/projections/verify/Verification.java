package com.emlyon.platform.projections.verify;

import com.emlyon.platform.eventstore.history.History;
import com.emlyon.platform.projections.generation.Generations;
import com.emlyon.platform.projections.generation.ServingTables;
import com.emlyon.platform.projections.generation.ViewDatabase;
import com.emlyon.platform.projections.projection.Projection;
import com.emlyon.platform.projections.verify.Finding.Compared;
import com.emlyon.platform.projections.verify.Finding.NoTables;
import com.emlyon.platform.projections.verify.Finding.OtherCode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Compares the tables that readers see with history, in a way that shares only the projections with the writing of
 * tables. Needs memory for the rows of one projection, independent of the length of history. All of history is folded
 * first; within the snapshot in which the rows are read, only the facts stored meanwhile are folded, so that the
 * snapshot is short.
 */
public final class Verification {

    private final History history;
    private final ViewDatabase database;
    private final Generations generations;
    private final ServingTables shown;

    /** Uses the given connections. */
    public Verification(History history, ViewDatabase database) {
        this.history = history;
        this.database = database;
        this.generations = new Generations(database);
        this.shown = new ServingTables(database);
    }

    /** Compares the tables of one projection, at the position at which they are when the snapshot begins. */
    public Finding verify(Projection projection, Observer observer) {
        Optional<ServingStatus> begun = standing(projection);
        if (begun.isEmpty()) {
            return new NoTables();
        }
        if (isOfOtherCode(begun.get(), projection)) {
            return new OtherCode(begun.get().generation());
        }
        FoldedHistory folded = new FoldedHistory(projection, history, begun.get());
        folded.goOn(begun.get(), observer);
        return Objects.requireNonNull(database.snapshots().execute(snapshot -> {
            shown.keep(List.of(projection));
            return compare(projection, folded, standing(projection).orElseThrow(), observer);
        }));
    }

    private Finding compare(Projection projection, FoldedHistory before, ServingStatus now, Observer observer) {
        if (isOfOtherCode(now, projection)) {
            return new OtherCode(now.generation());
        }
        FoldedHistory folded = before.leadsTo(now) ? before : new FoldedHistory(projection, history, now);
        folded.goOn(now, observer);
        Comparison comparison = new Comparison(shown, folded.rows(), observer);
        projection.tables().forEach(comparison::compare);
        return new Compared(
                now.generation(), folded.facts(), comparison.rows(), comparison.differences(), now.parked());
    }

    private static boolean isOfOtherCode(ServingStatus standing, Projection projection) {
        return standing.generation().version() != projection.version();
    }

    private Optional<ServingStatus> standing(Projection projection) {
        return generations
                .serving(projection)
                .map(serving -> new ServingStatus(
                        serving,
                        new TreeSet<>(database.client()
                                .sql("SELECT position FROM view.parked WHERE projection = ? AND generation = ?")
                                .params(serving.projection(), serving.number())
                                .query(Long.class)
                                .list())));
    }
}
