package com.emlyon.platform.projections.table;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The value of one column in one row. */
public record Cell(Column column, @Nullable Object value) {

    /** PostgreSQL rounds timestamps to microseconds. */
    private static final long HALF_A_MICROSECOND_IN_NANOS = 500;

    /** The cell as PostgreSQL returns it after it was stored. */
    public Cell asStored() {
        return value instanceof Instant instant
                ? new Cell(
                        column, instant.plusNanos(HALF_A_MICROSECOND_IN_NANOS).truncatedTo(ChronoUnit.MICROS))
                : this;
    }
}
