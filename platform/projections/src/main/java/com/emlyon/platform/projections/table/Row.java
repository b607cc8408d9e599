package com.emlyon.platform.projections.table;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row in memory, read by its columns. */
public interface Row {

    /** The value of a column: a String, Long, Double or {@link Instant}, or null. */
    @Nullable
    Object value(Column column);

    /** A text that is never null. */
    default String text(Column column) {
        return (String) present(column);
    }

    /** A whole number that is never null. */
    default long number(Column column) {
        return (Long) present(column);
    }

    /** A number with a fraction that is never null. */
    default double decimal(Column column) {
        return (Double) present(column);
    }

    /** A moment that is never null. */
    default Instant moment(Column column) {
        return (Instant) present(column);
    }

    private Object present(Column column) {
        return Objects.requireNonNull(value(column), () -> column.name() + " is null");
    }
}
