package com.emlyon.platform.projections.generation;

import static java.util.stream.Collectors.joining;

import com.emlyon.platform.projections.projection.Projection;
import com.emlyon.platform.projections.table.Column;
import com.emlyon.platform.projections.table.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Creates and drops the tables of generations, and the views through which readers see one of them. */
public final class GenerationSchemas {

    private final JdbcClient database;
    private final TransactionTemplate savepoints;

    /** Uses the given connections. */
    public GenerationSchemas(ViewDatabase database) {
        this.database = database.client();
        this.savepoints = database.savepoints();
    }

    /** Creates the tables of a generation, empty and without the indexes that only readers need. */
    void create(Projection projection, Generation generation) {
        if (projection.tables().isEmpty()) {
            return;
        }
        database.sql("CREATE SCHEMA " + generation.schema()).update();
        database.sql(projection.tableDefinitions().statement().replace("{schema}", generation.schema()))
                .update();
    }

    /**
     * Creates the indexes that readers need, unless they exist, and lets PostgreSQL collect statistics about the
     * tables.
     */
    public void index(Projection projection, Generation generation) {
        projection
                .indexDefinitions()
                .ifPresent(indexes -> database.sql(indexes.statement().replace("{schema}", generation.schema()))
                        .update());
        for (Table table : projection.tables()) {
            database.sql("ANALYZE %s.%s".formatted(generation.schema(), table.name()))
                    .update();
        }
    }

    /** Drops the schema of a generation, with everything that depends on it. */
    void drop(String schema) {
        database.sql("DROP SCHEMA IF EXISTS %s CASCADE".formatted(schema)).update();
    }

    /**
     * Shows a generation to readers: creates {@code view.<table>} for each of its tables. A column that a table lacks
     * is shown with its {@code whenMissing}. Waits for transactions that are reading the views.
     */
    void show(Projection projection, Generation generation) {
        Map<String, Set<String>> present = columns(generation);
        for (Table table : projection.tables()) {
            show("VIEW view.%s AS %s".formatted(table.name(), shown(table, generation, present)), table);
        }
    }

    /**
     * Replaces a view that has the same columns, so that it keeps the privileges granted on it and the objects built on
     * it; drops and creates it again when the columns differ.
     */
    private void show(String view, Table table) {
        try {
            savepoints.executeWithoutResult(
                    savepoint -> database.sql("CREATE OR REPLACE " + view).update());
        } catch (BadSqlGrammarException otherColumns) {
            database.sql("DROP VIEW view.%s CASCADE".formatted(table.name())).update();
            database.sql("CREATE " + view).update();
        }
    }

    private static String shown(Table table, Generation generation, Map<String, Set<String>> present) {
        Set<String> columns = present.getOrDefault(table.name(), Set.of());
        String selection = table.columns().stream()
                .map(column -> columns.contains(column.name())
                        ? column.name()
                        : "%s AS %s".formatted(column.whenMissing(), column.name()))
                .collect(joining(", "));
        return columns.isEmpty()
                ? "SELECT %s WHERE false".formatted(selection)
                : "SELECT %s FROM %s.%s".formatted(selection, generation.schema(), table.name());
    }

    /** Lets today's code write into tables of former code: columns that it does not know lose their NOT NULL. */
    void relax(Projection projection, Generation generation) {
        Map<String, Set<String>> present = columns(generation);
        for (Table table : projection.tables()) {
            Set<String> unknown = new HashSet<>(present.getOrDefault(table.name(), Set.of()));
            table.columns().stream().map(Column::name).forEach(unknown::remove);
            for (String column : unknown) {
                database.sql("ALTER TABLE %s.%s ALTER COLUMN %s DROP NOT NULL"
                                .formatted(generation.schema(), table.name(), column))
                        .update();
            }
        }
    }

    /**
     * The columns of each table of a generation, so that only existing columns are written. Tables of former code may
     * lack some.
     *
     * @throws InvalidDataAccessResourceUsageException when tables of today's code lack a table or a column: rows for it
     *     would be lost without a failure
     */
    public Map<String, Set<String>> columns(Projection projection, Generation generation) {
        Map<String, Set<String>> columns = columns(generation);
        if (generation.version() == projection.version() && !areWhole(projection, columns)) {
            throw new InvalidDataAccessResourceUsageException(
                    "Generation %d of %s has not all its tables".formatted(generation.number(), projection.name()));
        }
        return columns;
    }

    private static boolean areWhole(Projection projection, Map<String, Set<String>> columns) {
        return projection.tables().stream()
                .allMatch(table -> columns.getOrDefault(table.name(), Set.of())
                        .containsAll(table.columns().stream().map(Column::name).toList()));
    }

    private Map<String, Set<String>> columns(Generation generation) {
        Map<String, Set<String>> columns = new HashMap<>();
        database.sql("SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = ?")
                .param(generation.schema())
                .query(row -> {
                    columns.computeIfAbsent(row.getString(1), table -> new HashSet<>())
                            .add(row.getString(2));
                });
        return columns;
    }

    /** All schemas of generations in the database, whether they are in {@code view.generation} or not. */
    List<String> existing() {
        return database.sql("SELECT nspname FROM pg_namespace WHERE nspname ~ '^view_[a-z_]+_[0-9]+$' ORDER BY 1")
                .query((row, number) -> row.getString(1))
                .list();
    }
}
