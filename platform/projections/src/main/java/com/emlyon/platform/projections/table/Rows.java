package com.emlyon.platform.projections.table;

/**
 * The writes that a projection may make to the rows of its tables. It never reads them: rows follow from facts alone,
 * so many facts can be applied before anything is written, to rows in memory as well as to tables.
 */
public interface Rows {

    /** Writes a row, replacing one with the same key; every column must be given. */
    void put(Table table, Cell... cells);

    /** Changes columns of the row with the given key, if it exists; key columns and fixed columns do not change. */
    void change(Table table, Cell... cells);

    /** Removes the row with the given key, if it exists. */
    void remove(Table table, Cell... key);

    /** Removes every row with this value in a key column or fixed column. */
    void removeAll(Table table, Cell having);
}
