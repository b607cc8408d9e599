package com.emlyon.platform.projections.table;

import java.util.Optional;
import java.util.stream.Stream;

/** Finds rows in memory. */
public interface Lookup {

    /** The row with a key; empty when there is none. */
    Optional<Row> find(Table table, Cell... key);

    /** The rows with this value in a key column or fixed column, in no order. */
    Stream<Row> having(Table table, Cell value);

    /** All rows of a table, in no order. */
    Stream<Row> all(Table table);
}
