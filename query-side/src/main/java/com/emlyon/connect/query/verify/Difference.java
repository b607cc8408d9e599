package com.emlyon.connect.query.verify;

import com.emlyon.connect.query.table.Column;
import com.emlyon.connect.query.table.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a table does not say what history says. */
public sealed interface Difference {

    /** The table. */
    Table table();

    /** The key of the row, in the order of the table's key columns. */
    List<?> key();

    /** A row that history has, and the table has not. */
    record MissingRow(Table table, List<?> key) implements Difference {}

    /** A row that the table has, and history has not. */
    record SurplusRow(Table table, List<?> key) implements Difference {}

    /** A value of a row that both have. */
    record OtherValue(
            Table table,
            List<?> key,
            Column column,
            @Nullable Object inTable,
            @Nullable Object fromHistory) implements Difference {}
}
