package com.emlyon.connect.query.verify;

import com.emlyon.connect.query.generation.Generation;
import java.util.SortedSet;

/** What came of comparing one projection's tables with history. */
public sealed interface Finding {

    /** Whether readers see exactly what history says. */
    default boolean isEqual() {
        return switch (this) {
            case NoTables none -> false;
            case OtherCode other -> false;
            case Compared compared ->
                compared.differences() == 0 && compared.parked().isEmpty();
        };
    }

    /** There is nothing to compare: no service has started on this database yet. */
    record NoTables() implements Finding {}

    /** The tables were made by code of another version, so what they say cannot be judged by this one. */
    record OtherCode(Generation generation) implements Finding {}

    /**
     * All rows were compared.
     *
     * @param generation the tables, and their position
     * @param facts that history has for them up to there
     * @param rows in the tables
     * @param differences that were reported
     * @param parked positions of facts that the tables lack for a known reason; they are left out of the comparison
     */
    record Compared(Generation generation, long facts, long rows, long differences, SortedSet<Long> parked)
            implements Finding {}
}
