package com.emlyon.platform.projections.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A table of a projection, without its schema: each generation of a projection has its tables in a schema of its own.
 *
 * @param name as in SQL, without schema
 * @param key the columns that identify a row
 * @param fixed columns whose values never change in a row, so that rows can be removed by them
 * @param others the columns that may change
 */
public record Table(String name, List<Column> key, List<Column> fixed, List<Column> others) {

    /** All columns: the key first. */
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>(key);
        columns.addAll(fixed);
        columns.addAll(others);
        return columns;
    }

    boolean isFixed(Column column) {
        return key.contains(column) || fixed.contains(column);
    }

    /** The values of the key, in its order. */
    List<Object> keyOf(Cell... cells) {
        List<Object> values = new ArrayList<>(key.size());
        for (Column column : key) {
            values.add(valueOf(column, cells));
        }
        return values;
    }

    /** The values of the key in a row, in its order. */
    List<Object> keyOf(Row row) {
        List<Object> values = new ArrayList<>(key.size());
        key.forEach(column -> values.add(Objects.requireNonNull(row.value(column))));
        return values;
    }

    private Object valueOf(Column column, Cell... cells) {
        for (Cell cell : cells) {
            if (cell.column().equals(column) && cell.value() != null) {
                return cell.value();
            }
        }
        throw new IllegalArgumentException("%s.%s is not given".formatted(name, column.name()));
    }
}
