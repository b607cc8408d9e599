package com.emlyon.platform.projections.table;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The changes of a batch to one table, at most one for each row. Removals by a column are written first. So rows that
 * are put after such a removal stay, and a row that was put before it is turned into a removal here.
 */
final class TableChanges {

    private final Table table;
    private final Map<Column, Set<Object>> removals = new LinkedHashMap<>();
    private final Map<List<Object>, Change> changes = new LinkedHashMap<>();

    TableChanges(Table table) {
        this.table = table;
    }

    void put(Cell... cells) {
        Map<Column, @Nullable Object> row = values(cells);
        if (!row.keySet().containsAll(table.columns())) {
            throw new IllegalArgumentException("A row of %s needs all its columns".formatted(table.name()));
        }
        changes.put(table.keyOf(cells), new Change.Put(row));
    }

    void change(Cell... cells) {
        Map<Column, @Nullable Object> patch = values(cells);
        table.key().forEach(patch::remove);
        if (patch.keySet().stream().anyMatch(table::isFixed)) {
            throw new IllegalArgumentException("Fixed columns of %s do not change".formatted(table.name()));
        }
        changes.merge(table.keyOf(cells), new Change.Patch(patch), (before, same) -> before.then(patch));
    }

    void remove(Cell... key) {
        changes.put(table.keyOf(key), new Change.Remove());
    }

    void removeAll(Cell having) {
        if (!table.isFixed(having.column())) {
            throw new IllegalArgumentException("Rows of %s are not removed by %s, which may change"
                    .formatted(table.name(), having.column().name()));
        }
        removals.computeIfAbsent(having.column(), column -> new LinkedHashSet<>())
                .add(Objects.requireNonNull(having.value()));
        changes.replaceAll((key, change) ->
                change instanceof Change.Put put && Objects.equals(put.values().get(having.column()), having.value())
                        ? new Change.Remove()
                        : change);
    }

    Table table() {
        return table;
    }

    Map<Column, Set<Object>> removals() {
        return removals;
    }

    Map<List<Object>, Change> changes() {
        return changes;
    }

    private static Map<Column, @Nullable Object> values(Cell... cells) {
        Map<Column, @Nullable Object> values = new HashMap<>();
        for (Cell cell : cells) {
            values.put(cell.column(), cell.value());
        }
        return values;
    }
}
