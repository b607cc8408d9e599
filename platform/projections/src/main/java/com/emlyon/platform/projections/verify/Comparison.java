package com.emlyon.platform.projections.verify;

import com.emlyon.platform.projections.generation.ServingTables;
import com.emlyon.platform.projections.table.Cell;
import com.emlyon.platform.projections.table.Column;
import com.emlyon.platform.projections.table.Row;
import com.emlyon.platform.projections.table.RowsInMemory;
import com.emlyon.platform.projections.table.Table;
import com.emlyon.platform.projections.verify.Difference.MissingRow;
import com.emlyon.platform.projections.verify.Difference.OtherValue;
import com.emlyon.platform.projections.verify.Difference.SurplusRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares tables, row by row, with rows in memory, which it removes as it compares them. */
final class Comparison {

    private final ServingTables shown;
    private final RowsInMemory fromHistory;
    private final Observer observer;
    private long rows;
    private long differences;

    Comparison(ServingTables shown, RowsInMemory fromHistory, Observer observer) {
        this.shown = shown;
        this.fromHistory = fromHistory;
        this.observer = observer;
    }

    /** Compares a whole table, as readers see it. */
    void compare(Table table) {
        shown.read(table, row -> compare(table, row));
        fromHistory.all(table).map(row -> keyOf(table, row)).forEach(key -> report(new MissingRow(table, key)));
    }

    /** How many rows the tables have. */
    long rows() {
        return rows;
    }

    /** How many differences were reported. */
    long differences() {
        return differences;
    }

    private void compare(Table table, Cell[] inTable) {
        rows++;
        List<@Nullable Object> key = new ArrayList<>();
        for (int i = 0; i < table.key().size(); i++) {
            key.add(inTable[i].value());
        }
        Optional<Row> expected = fromHistory.take(table, key);
        if (expected.isEmpty()) {
            report(new SurplusRow(table, key));
            return;
        }
        for (Cell present : inTable) {
            Column column = present.column();
            Cell meant = column.of(expected.get().value(column)).asStored();
            if (!present.equals(meant)) {
                report(new OtherValue(table, key, column, present.value(), meant.value()));
            }
        }
    }

    private void report(Difference difference) {
        differences++;
        observer.differs(difference);
    }

    private static List<@Nullable Object> keyOf(Table table, Row row) {
        List<@Nullable Object> key = new ArrayList<>();
        table.key().forEach(column -> key.add(row.value(column)));
        return key;
    }
}
