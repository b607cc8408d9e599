package com.emlyon.platform.projections.table;

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

/** The rows of one table, indexed by their key, and by each column that rows were looked up by before. */
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
        @Nullable Values former = rows.get(key);
        @Nullable Object[] values = former == null ? new Object[places.size()] : former.values.clone();
        for (Cell cell : cells) {
            if (table.key().contains(cell.column())) {
                continue;
            }
            if (table.isFixed(cell.column())) {
                throw new IllegalArgumentException("Fixed columns of %s do not change".formatted(table.name()));
            }
            values[placeOf(cell.column())] = cell.value();
        }
        if (former != null) {
            rows.put(key, new Values(values));
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
        List.copyOf(keysHaving(having)).forEach(this::remove);
    }

    Stream<Row> having(Cell value) {
        return keysHaving(value).stream().map(rows::get).map(Objects::requireNonNull);
    }

    private Set<List<?>> keysHaving(Cell cell) {
        if (!table.isFixed(cell.column())) {
            throw new IllegalArgumentException("Rows of %s are not found by %s, which may change"
                    .formatted(table.name(), cell.column().name()));
        }
        return keysByFixed
                .computeIfAbsent(cell.column(), this::keysBy)
                .getOrDefault(Objects.requireNonNull(cell.value()), Set.of());
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
