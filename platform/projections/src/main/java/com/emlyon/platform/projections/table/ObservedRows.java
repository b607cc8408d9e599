package com.emlyon.platform.projections.table;

import static java.util.stream.Collectors.groupingBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows in memory, with values as PostgreSQL stores them, which remember their former state. For one thread. */
public final class ObservedRows implements Rows {

    private final RowsInMemory rows = new RowsInMemory();
    private Map<Table, Map<List<?>, Optional<Row>>> before = new HashMap<>();

    @Override
    public void put(Table table, Cell... cells) {
        note(table, table.keyOf(cells));
        rows.put(table, asStored(cells));
    }

    @Override
    public void change(Table table, Cell... cells) {
        note(table, table.keyOf(cells));
        rows.change(table, asStored(cells));
    }

    @Override
    public void remove(Table table, Cell... key) {
        note(table, table.keyOf(key));
        rows.remove(table, key);
    }

    @Override
    public void removeAll(Table table, Cell having) {
        rows.having(table, having).map(table::keyOf).toList().forEach(key -> note(table, key));
        rows.removeAll(table, having);
    }

    /** Replaces the rows of a table by those of the source; a row with equal values does not count as touched. */
    public void replaceAll(Table table, Consumer<Consumer<Cell[]>> source) {
        Set<List<?>> gone = rows.all(table).map(table::keyOf).collect(Collectors.toCollection(HashSet::new));
        source.accept(cells -> {
            List<?> key = table.keyOf(cells);
            gone.remove(key);
            if (rows.find(table, key).filter(row -> saysTheSame(row, cells)).isEmpty()) {
                put(table, cells);
            }
        });
        gone.forEach(key -> {
            note(table, key);
            rows.take(table, key);
        });
    }

    private static boolean saysTheSame(Row row, Cell... cells) {
        return Arrays.stream(cells).allMatch(cell -> Objects.equals(row.value(cell.column()), cell.value()));
    }

    private void note(Table table, List<?> key) {
        Map<List<?>, Optional<Row>> noted = before.computeIfAbsent(table, first -> new HashMap<>());
        if (!noted.containsKey(key)) {
            noted.put(key, rows.find(table, key));
        }
    }

    private static Cell[] asStored(Cell... cells) {
        return Arrays.stream(cells).map(Cell::asStored).toArray(Cell[]::new);
    }

    /** The rows as they are now. */
    public Lookup now() {
        return rows;
    }

    /** The changes since {@link #told} was called last; valid until the next change. */
    public Changes changes() {
        return new Changes(rows, before);
    }

    /** Restores all rows to their state when {@link #told} was called last. */
    public void undo() {
        before.forEach((table, noted) -> noted.forEach((key, former) ->
                former.ifPresentOrElse(row -> rows.put(table, cells(table, row)), () -> rows.take(table, key))));
        before = new HashMap<>();
    }

    private static Cell[] cells(Table table, Row row) {
        return table.columns().stream()
                .map(column -> new Cell(column, row.value(column)))
                .toArray(Cell[]::new);
    }

    /** Forgets the former state of the rows; to be called once the changes have been read. */
    public void told() {
        before = new HashMap<>();
    }

    /** The touched rows, and a view of all rows as they were before. */
    public static final class Changes implements Lookup {

        private final RowsInMemory now;
        private final Map<Table, Map<List<?>, Optional<Row>>> before;
        private final Map<Table, Map<Column, Map<Object, List<Row>>>> formerByValue = new HashMap<>();

        private Changes(RowsInMemory now, Map<Table, Map<List<?>, Optional<Row>>> before) {
            this.now = now;
            this.before = before;
        }

        /** Whether nothing was touched. */
        public boolean areNone() {
            return before.isEmpty();
        }

        /** The keys of the touched rows of a table, each in the order of its columns. */
        public Set<List<?>> touched(Table table) {
            return noted(table).keySet();
        }

        @Override
        public Optional<Row> find(Table table, Cell... cells) {
            List<?> key = table.keyOf(cells);
            Optional<Row> former = noted(table).get(key);
            return former == null ? now.find(table, key) : former;
        }

        @Override
        public Stream<Row> having(Table table, Cell value) {
            return Stream.concat(
                    now.having(table, value).filter(row -> isUntouched(table, row)), formerHaving(table, value));
        }

        /** Indexed, because there may be many: when tables are read again, every row may have changed. */
        private Stream<Row> formerHaving(Table table, Cell value) {
            return formerByValue
                    .computeIfAbsent(table, first -> new HashMap<>())
                    .computeIfAbsent(
                            value.column(),
                            column -> former(table)
                                    .filter(row -> row.value(column) != null)
                                    .collect(groupingBy(row -> Objects.requireNonNull(row.value(column)))))
                    .getOrDefault(value.value(), List.of())
                    .stream();
        }

        @Override
        public Stream<Row> all(Table table) {
            return Stream.concat(now.all(table).filter(row -> isUntouched(table, row)), former(table));
        }

        private boolean isUntouched(Table table, Row row) {
            return !noted(table).containsKey(table.keyOf(row));
        }

        private Stream<Row> former(Table table) {
            return noted(table).values().stream().flatMap(Optional::stream);
        }

        private Map<List<?>, Optional<Row>> noted(Table table) {
            return before.getOrDefault(table, Map.of());
        }
    }
}
