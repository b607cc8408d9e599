package com.emlyon.connect.query.table;

/**
 * What a projection may do with the rows of its tables. It never reads them: what a row says follows from facts alone, so
 * that many facts can be applied before anything is written, and to rows that lie in memory as well as to tables.
 */
public interface Rows {

    /** Writes a row, in the place of the one with the same key if there is one; every column must be given. */
    void put(Table table, Cell... cells);

    /** Changes columns of the row with the given key, if it exists; key columns and fixed columns stay what they are. */
    void change(Table table, Cell... cells);

    /** Removes the row with the given key, if it exists. */
    void remove(Table table, Cell... key);

    /** Removes every row with this value in a key column or fixed column. */
    void removeAll(Table table, Cell having);
}
