package com.emlyon.connect.query.table;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of one table, found by their key, and by the columns by which rows have been removed before. */
final class TableInMemory {

    private final Table table;
    private final Map<Column, Integer> places = new HashMap<>();
    private final Map<List<?>, Values> rows = new HashMap<>();
    private final Map<Column, Map<Object, Set<List<?>>>> keysByFixed = new HashMap<>();

    TableInMemory(Table table) {
        this.table = table;
        table.columns().forEach(column -> places.put(column, places.size()));
    }

    void put(Cell... cells) {
        @Nullable Object[] values = new Object[places.size()];
        boolean[] given = new boolean[places.size()];
        for (Cell cell : cells) {
            values[placeOf(cell.column())] = cell.value();
            given[placeOf(cell.column())] = true;
        }
        for (boolean isGiven : given) {
            if (!isGiven) {
                throw new IllegalArgumentException("A row of %s needs all its columns".formatted(table.name()));
            }
        }
        List<?> key = table.keyOf(cells);
        remove(key);
        Values row = new Values(values);
        rows.put(key, row);
        keysByFixed.forEach((column, keys) -> note(keys, row.value(column), key));
    }

    void change(Cell... cells) {
        List<?> key = table.keyOf(cells);
        @Nullable Values row = rows.get(key);
        for (Cell cell : cells) {
            if (table.key().contains(cell.column())) {
                continue;
            }
            if (table.isFixed(cell.column())) {
                throw new IllegalArgumentException("Fixed columns of %s do not change".formatted(table.name()));
            }
            int place = placeOf(cell.column());
            if (row != null) {
                row.values[place] = cell.value();
            }
        }
    }

    Optional<Row> remove(List<?> key) {
        @Nullable Values gone = rows.remove(key);
        if (gone == null) {
            return Optional.empty();
        }
        keysByFixed.forEach((column, keys) -> forget(keys, gone.value(column), key));
        return Optional.of(gone);
    }

    void removeAll(Cell having) {
        if (!table.isFixed(having.column())) {
            throw new IllegalArgumentException("Rows of %s are not removed by %s, which may change"
                    .formatted(table.name(), having.column().name()));
        }
        Object value = Objects.requireNonNull(having.value());
        Set<List<?>> keys =
                keysByFixed.computeIfAbsent(having.column(), this::keysBy).getOrDefault(value, Set.of());
        List.copyOf(keys).forEach(this::remove);
    }

    Optional<Row> find(List<?> key) {
        return Optional.ofNullable(rows.get(key));
    }

    Stream<Row> all() {
        return rows.values().stream().map(row -> row);
    }

    private Map<Object, Set<List<?>>> keysBy(Column column) {
        Map<Object, Set<List<?>>> keys = new HashMap<>();
        rows.forEach((key, row) -> note(keys, row.value(column), key));
        return keys;
    }

    private static void note(Map<Object, Set<List<?>>> keys, @Nullable Object value, List<?> key) {
        if (value != null) {
            keys.computeIfAbsent(value, first -> new HashSet<>()).add(key);
        }
    }

    private static void forget(Map<Object, Set<List<?>>> keys, @Nullable Object value, List<?> key) {
        if (value != null) {
            keys.computeIfPresent(value, (same, all) -> all.remove(key) && all.isEmpty() ? null : all);
        }
    }

    private int placeOf(Column column) {
        @Nullable Integer place = places.get(column);
        if (place == null) {
            throw new IllegalArgumentException("%s has no column %s".formatted(table.name(), column.name()));
        }
        return place;
    }

    /** One row: its values in the order of the table's columns. */
    private final class Values implements Row {

        private final @Nullable Object[] values;

        Values(@Nullable Object[] values) {
            this.values = values;
        }

        @Override
        public @Nullable Object value(Column column) {
            return values[placeOf(column)];
        }

        @Override
        public String toString() {
            return Arrays.toString(values);
        }
    }
}
