package com.emlyon.platform.projections.verify;

import com.emlyon.platform.projections.table.Column;
import com.emlyon.platform.projections.table.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A difference between a table and history. */
public sealed interface Difference {

    /** The table. */
    Table table();

    /** The key of the row, in the order of the table's key columns. */
    List<?> key();

    /** A row that history leads to, but the table lacks. */
    record MissingRow(Table table, List<?> key) implements Difference {}

    /** A row of the table that history does not lead to. */
    record SurplusRow(Table table, List<?> key) implements Difference {}

    /** A value that differs in a row that both have. */
    record OtherValue(
            Table table,
            List<?> key,
            Column column,
            @Nullable Object inTable,
            @Nullable Object fromHistory) implements Difference {}
}
