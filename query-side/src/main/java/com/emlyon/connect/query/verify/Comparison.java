package com.emlyon.connect.query.verify;

import static java.util.stream.Collectors.joining;

import com.emlyon.connect.query.generation.ViewDatabase;
import com.emlyon.connect.query.table.Column;
import com.emlyon.connect.query.table.Row;
import com.emlyon.connect.query.table.RowsInMemory;
import com.emlyon.connect.query.table.Table;
import com.emlyon.connect.query.verify.Difference.MissingRow;
import com.emlyon.connect.query.verify.Difference.OtherValue;
import com.emlyon.connect.query.verify.Difference.SurplusRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares tables, row by row, with rows in memory, which are used up by it. */
final class Comparison {

    private static final int AT_ONCE = 1_000;

    /** PostgreSQL keeps microseconds, and rounds to them. */
    private static final long HALF_A_MICROSECOND_IN_NANOS = 500;

    private final ViewDatabase database;
    private final RowsInMemory fromHistory;
    private final Observer observer;
    private long rows;
    private long differences;

    Comparison(ViewDatabase database, RowsInMemory fromHistory, Observer observer) {
        this.database = database;
        this.fromHistory = fromHistory;
        this.observer = observer;
    }

    /** Compares a whole table, as readers see it. */
    void compare(Table table) {
        String columns = table.columns().stream().map(Column::name).collect(joining(", "));
        database.client()
                .sql("SELECT %s FROM view.%s".formatted(columns, table.name()))
                .withFetchSize(AT_ONCE)
                .query(row -> {
                    compare(table, row);
                });
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

    private void compare(Table table, ResultSet inTable) throws SQLException {
        rows++;
        List<@Nullable Object> key = new ArrayList<>();
        for (Column column : table.key()) {
            key.add(value(column, inTable));
        }
        Optional<Row> expected = fromHistory.take(table, key);
        if (expected.isEmpty()) {
            report(new SurplusRow(table, key));
            return;
        }
        for (Column column : table.columns()) {
            @Nullable Object present = value(column, inTable);
            @Nullable Object meant = asStored(expected.get().value(column));
            if (!Objects.equals(present, meant)) {
                report(new OtherValue(table, key, column, present, meant));
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

    private static @Nullable Object value(Column column, ResultSet row) throws SQLException {
        Object value = switch (column.type()) {
            case "text" -> row.getString(column.name());
            case "bigint" -> row.getLong(column.name());
            case "float8" -> row.getDouble(column.name());
            case "timestamptz" -> moment(row.getObject(column.name(), OffsetDateTime.class));
            default ->
                throw new IllegalStateException("Values of type %s are not compared yet".formatted(column.type()));
        };
        return row.wasNull() ? null : value;
    }

    private static @Nullable Instant moment(@Nullable OffsetDateTime value) {
        return value == null ? null : value.toInstant();
    }

    private static @Nullable Object asStored(@Nullable Object value) {
        return value instanceof Instant instant
                ? instant.plusNanos(HALF_A_MICROSECOND_IN_NANOS).truncatedTo(ChronoUnit.MICROS)
                : value;
    }
}
