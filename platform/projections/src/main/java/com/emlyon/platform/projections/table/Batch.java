package com.emlyon.platform.projections.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Collects the changes of many facts, and writes them with a handful of statements, however many rows there are. */
public final class Batch implements Rows {

    private final Map<Table, TableChanges> tables = new LinkedHashMap<>();

    @Override
    public void put(Table table, Cell... cells) {
        changesOf(table).put(cells);
    }

    @Override
    public void change(Table table, Cell... cells) {
        changesOf(table).change(cells);
    }

    @Override
    public void remove(Table table, Cell... key) {
        changesOf(table).remove(key);
    }

    @Override
    public void removeAll(Table table, Cell having) {
        changesOf(table).removeAll(having);
    }

    private TableChanges changesOf(Table table) {
        return tables.computeIfAbsent(table, TableChanges::new);
    }

    /**
     * Writes all changes to the tables in a schema, and returns how many rows have changed. Tables and columns that do
     * not exist, because former code made the schema, are skipped.
     *
     * @param present the columns of each table in the schema
     */
    public int write(Connection connection, String schema, Map<String, Set<String>> present) throws SQLException {
        int rows = 0;
        for (TableChanges changes : tables.values()) {
            Set<String> columns = present.get(changes.table().name());
            if (columns != null) {
                rows += new TableWriter(connection, schema, changes.table(), columns).write(changes);
            }
        }
        return rows;
    }
}
