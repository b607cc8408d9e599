package com.emlyon.connect.query.live;

import com.emlyon.connect.query.generation.Shown;
import com.emlyon.connect.query.generation.ViewDatabase;
import com.emlyon.connect.query.history.History;
import com.emlyon.connect.query.history.Stretch;
import com.emlyon.connect.query.live.Decision.Part;
import com.emlyon.connect.query.projection.Projection;
import com.emlyon.connect.query.table.ObservedRows;
import com.emlyon.connect.query.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Reads all that the tables say, as of one moment, and what some of them lack of what others have. */
final class TableReading {

    private final List<Projection> projections;
    private final ViewDatabase database;
    private final History history;
    private final Shown shown;

    TableReading(List<Projection> projections, ViewDatabase database, History history) {
        this.projections = projections;
        this.database = database;
        this.history = history;
        this.shown = new Shown(database);
    }

    /** Puts the rows of the tables that readers are shown in the place of those that were known; answers with what was read. */
    ShownTables replace(ObservedRows rows) {
        return Objects.requireNonNull(database.snapshots().execute(snapshot -> {
            shown.keep(projections);
            for (Projection projection : projections) {
                for (Table table : projection.tables()) {
                    rows.replaceAll(table, reader -> shown.read(table, reader));
                }
            }
            return ShownTables.in(database);
        }));
    }

    /** The facts that some tables lack, and that are not behind the furthest of them; empty when they are more than so many. */
    Optional<List<Part>> missing(ShownTables read, int most) {
        List<Part> missing = new ArrayList<>();
        for (Projection projection : projections) {
            Stretch stretch =
                    history.between(read.of(projection).position(), read.furthest(), projection.facts(), most);
            if (stretch.upTo() < read.furthest()) {
                return Optional.empty();
            }
            stretch.facts().forEach(fact -> missing.add(new Part(projection, fact)));
        }
        return Optional.of(missing);
    }
}
