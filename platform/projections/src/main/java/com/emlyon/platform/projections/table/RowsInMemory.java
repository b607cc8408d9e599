package com.emlyon.platform.projections.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps rows in memory instead of in tables; writes of projections have the same effect on both. Memory grows with the
 * number of rows, not of facts. For one thread.
 */
public final class RowsInMemory implements Rows, Lookup {

    private final Map<Table, TableInMemory> tables = new HashMap<>();

    @Override
    public void put(Table table, Cell... cells) {
        in(table).put(cells);
    }

    @Override
    public void change(Table table, Cell... cells) {
        in(table).change(cells);
    }

    @Override
    public void remove(Table table, Cell... key) {
        in(table).remove(table.keyOf(key));
    }

    @Override
    public void removeAll(Table table, Cell having) {
        in(table).removeAll(having);
    }

    @Override
    public Optional<Row> find(Table table, Cell... key) {
        return find(table, table.keyOf(key));
    }

    Optional<Row> find(Table table, List<?> key) {
        return in(table).find(key);
    }

    @Override
    public Stream<Row> having(Table table, Cell value) {
        return in(table).having(value);
    }

    /** Removes the row with a key and returns it; empty when it does not exist. */
    public Optional<Row> take(Table table, List<?> key) {
        return in(table).remove(key);
    }

    @Override
    public Stream<Row> all(Table table) {
        return in(table).all();
    }

    private TableInMemory in(Table table) {
        return tables.computeIfAbsent(table, TableInMemory::new);
    }
}
