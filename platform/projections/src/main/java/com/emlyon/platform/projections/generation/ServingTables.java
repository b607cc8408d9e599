package com.emlyon.platform.projections.generation;

import static java.util.stream.Collectors.joining;

import com.emlyon.platform.projections.projection.Projection;
import com.emlyon.platform.projections.table.Cell;
import com.emlyon.platform.projections.table.Column;
import com.emlyon.platform.projections.table.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the tables of the generations that serve. */
public final class ServingTables {

    private static final int AT_ONCE = 1_000;

    private final JdbcClient database;

    /** Uses the given connections. */
    public ServingTables(ViewDatabase database) {
        this.database = database.client();
    }

    /**
     * Locks the views, so that they show the same generations until the transaction ends. To be called first in a
     * transaction that reads one snapshot: the snapshot is taken after this.
     */
    public void keep(Collection<Projection> projections) {
        String views = projections.stream()
                .flatMap(projection -> projection.tables().stream())
                .map(table -> "view." + table.name())
                .collect(joining(", "));
        database.sql("LOCK TABLE %s IN ACCESS SHARE MODE".formatted(views)).update();
    }

    /**
     * Passes all rows of a table to the reader, in no order; within a transaction only a few rows are in memory at
     * once.
     */
    public void read(Table table, Consumer<Cell[]> reader) {
        List<Column> columns = table.columns();
        database.sql("SELECT %s FROM view.%s"
                        .formatted(columns.stream().map(Column::name).collect(joining(", ")), table.name()))
                .withFetchSize(AT_ONCE)
                .query(row -> {
                    reader.accept(cells(columns, row));
                });
    }

    private static Cell[] cells(List<Column> columns, ResultSet row) throws SQLException {
        Cell[] cells = new Cell[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = columns.get(i).in(row);
        }
        return cells;
    }
}
