package com.emlyon.platform.projections.table;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes the changes of a batch to one table: one statement for all rows that change in the same way. */
final class TableWriter {

    private final Connection connection;
    private final Table table;
    private final Set<String> present;
    private final String target;

    /** Writes to the columns of the table that are present in the schema. */
    TableWriter(Connection connection, String schema, Table table, Set<String> present) {
        this.connection = connection;
        this.table = table;
        this.present = present;
        this.target = schema + "." + table.name();
    }

    int write(TableChanges changes) throws SQLException {
        int rows = 0;
        for (Map.Entry<Column, Set<Object>> removal : changes.removals().entrySet()) {
            rows += removeHaving(removal.getKey(), removal.getValue());
        }
        List<List<Object>> gone = new ArrayList<>();
        List<Map<Column, @Nullable Object>> whole = new ArrayList<>();
        Map<List<Column>, List<Map<Column, @Nullable Object>>> patched = new LinkedHashMap<>();
        changes.changes().forEach((key, change) -> {
            switch (change) {
                case Change.Remove() -> gone.add(key);
                case Change.Put put -> whole.add(put.values());
                case Change.Patch patch -> {
                    List<Column> columns = present(table.others()).stream()
                            .filter(patch.values()::containsKey)
                            .toList();
                    patched.computeIfAbsent(columns, same -> new ArrayList<>()).add(withKey(patch.values(), key));
                }
            }
        });
        rows += remove(gone);
        rows += put(whole);
        for (Map.Entry<List<Column>, List<Map<Column, @Nullable Object>>> patch : patched.entrySet()) {
            rows += patch(patch.getKey(), patch.getValue());
        }
        return rows;
    }

    private Map<Column, @Nullable Object> withKey(Map<Column, @Nullable Object> patch, List<Object> key) {
        for (int i = 0; i < key.size(); i++) {
            patch.put(table.key().get(i), key.get(i));
        }
        return patch;
    }

    private int removeHaving(Column column, Collection<Object> values) throws SQLException {
        String sql = "DELETE FROM %s WHERE %s = ANY (?::%s[])".formatted(target, column.name(), column.type());
        return run(sql, List.of(column), values, value -> Collections.singletonMap(column, value));
    }

    private int remove(List<List<Object>> keys) throws SQLException {
        String sql = "DELETE FROM %s AS present USING unnest(%s) AS gone(%s) WHERE %s"
                .formatted(target, arrays(table.key()), names(table.key()), sameKey("gone"));
        return run(sql, table.key(), keys, key -> withKey(new LinkedHashMap<>(), key));
    }

    private int put(List<Map<Column, @Nullable Object>> rows) throws SQLException {
        List<Column> columns = present(table.columns());
        List<Column> values = columns.subList(table.key().size(), columns.size());
        String sql = "INSERT INTO %s (%s) SELECT * FROM unnest(%s) ON CONFLICT (%s) DO UPDATE SET %s"
                .formatted(
                        target,
                        names(columns),
                        arrays(columns),
                        names(table.key()),
                        values.stream()
                                .map(column -> "%1$s = excluded.%1$s".formatted(column.name()))
                                .collect(joining(", ")));
        return run(sql, columns, rows, row -> row);
    }

    private int patch(List<Column> changed, List<Map<Column, @Nullable Object>> rows) throws SQLException {
        if (changed.isEmpty()) {
            return 0;
        }
        List<Column> columns = new ArrayList<>(table.key());
        columns.addAll(changed);
        String sql = "UPDATE %s AS present SET %s FROM unnest(%s) AS change(%s) WHERE %s"
                .formatted(
                        target,
                        changed.stream()
                                .map(column -> "%1$s = change.%1$s".formatted(column.name()))
                                .collect(joining(", ")),
                        arrays(columns),
                        names(columns),
                        sameKey("change"));
        return run(sql, columns, rows, row -> row);
    }

    private <R> int run(
            String sql,
            List<Column> columns,
            Collection<R> rows,
            Function<R, Map<Column, ? extends @Nullable Object>> values)
            throws SQLException {
        if (rows.isEmpty()) {
            return 0;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < columns.size(); i++) {
                Column column = columns.get(i);
                @Nullable
                Object[] array =
                        rows.stream().map(row -> values.apply(row).get(column)).toArray();
                statement.setArray(i + 1, connection.createArrayOf(column.type(), array));
            }
            return statement.executeUpdate();
        }
    }

    private List<Column> present(List<Column> columns) {
        return columns.stream()
                .filter(column -> present.contains(column.name()))
                .toList();
    }

    private static String names(List<Column> columns) {
        return columns.stream().map(Column::name).collect(joining(", "));
    }

    private static String arrays(List<Column> columns) {
        return columns.stream().map(column -> "?::" + column.type() + "[]").collect(joining(", "));
    }

    private String sameKey(String other) {
        return table.key().stream()
                .map(column -> "present.%1$s = %2$s.%1$s".formatted(column.name(), other))
                .collect(joining(" AND "));
    }
}
