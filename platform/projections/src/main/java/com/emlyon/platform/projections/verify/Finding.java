package com.emlyon.platform.projections.verify;

import com.emlyon.platform.projections.generation.Generation;
import java.util.SortedSet;

/** The result of comparing one projection's tables with history. */
public sealed interface Finding {

    /** Whether the tables contain exactly what history leads to. */
    default boolean isEqual() {
        return switch (this) {
            case NoTables none -> false;
            case OtherCode other -> false;
            case Compared compared ->
                compared.differences() == 0 && compared.parked().isEmpty();
        };
    }

    /** There are no tables to compare: no service has started on this database yet. */
    record NoTables() implements Finding {}

    /** The tables were made by code of another version, so this code cannot compare them. */
    record OtherCode(Generation generation) implements Finding {}

    /**
     * All rows were compared.
     *
     * @param generation the generation, with its position
     * @param facts how many facts history has for them up to that position
     * @param rows how many rows the tables have
     * @param differences how many differences were reported
     * @param parked positions of facts that the tables lack for a known reason; they are left out of the comparison
     */
    record Compared(Generation generation, long facts, long rows, long differences, SortedSet<Long> parked)
            implements Finding {}
}
