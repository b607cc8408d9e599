package com.emlyon.connect.query.table;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A column of a projection's table.
 *
 * @param name as in SQL
 * @param type the PostgreSQL type of one value
 * @param whenMissing the SQL expression that readers are shown while the tables that serve were made by code that did not
 *     know the column yet
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

    /** The column with a value of a row: a String, Long, Double or {@link Instant}. */
    public Cell of(@Nullable Object value) {
        return new Cell(this, value);
    }
}
