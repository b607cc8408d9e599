package com.emlyon.platform.projections.table;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A column of a projection's table.
 *
 * @param name as in SQL
 * @param type the PostgreSQL type of one value
 * @param whenMissing the SQL expression that readers see while the tables that serve were made by former code, which
 *     did not have the column
 */
public record Column(String name, String type, String whenMissing) {

    /** Text; empty where it is missing. */
    public static Column text(String name) {
        return new Column(name, "text", "''::text");
    }

    /** A whole number; 0 where it is missing. */
    public static Column number(String name) {
        return new Column(name, "bigint", "0::bigint");
    }

    /** A number with a fraction; 0 where it is missing. */
    public static Column decimal(String name) {
        return new Column(name, "float8", "0::float8");
    }

    /** A moment; the beginning of time where it is missing. */
    public static Column moment(String name) {
        return new Column(name, "timestamptz", "'epoch'::timestamptz");
    }

    /** A cell of this column: the value is a String, Long, Double or {@link Instant}. */
    public Cell of(@Nullable Object value) {
        return new Cell(this, value);
    }

    /** Reads the cell of this column from a row of a result. */
    public Cell in(ResultSet row) throws SQLException {
        Object value = switch (type) {
            case "text" -> row.getString(name);
            case "bigint" -> row.getLong(name);
            case "float8" -> row.getDouble(name);
            case "timestamptz" -> moment(row.getObject(name, OffsetDateTime.class));
            default -> throw new IllegalStateException("Values of type %s are not read yet".formatted(type));
        };
        return of(row.wasNull() ? null : value);
    }

    private static @Nullable Instant moment(@Nullable OffsetDateTime value) {
        return value == null ? null : value.toInstant();
    }
}
