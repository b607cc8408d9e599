package com.emlyon.platform.eventstore.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.init.DataSourceScriptDatabaseInitializer;
import org.springframework.boot.sql.init.DatabaseInitializationMode;
import org.springframework.boot.sql.init.DatabaseInitializationSettings;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Creates tables at the start, before any bean uses the database. Nodes that start at the same time do it one after the
 * other, and a failure leaves nothing half done.
 */
public final class SchemaInitializer extends DataSourceScriptDatabaseInitializer {

    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('initialization of a schema'))";

    private final JdbcTemplate database;
    private final TransactionTemplate transactions;
    private final List<String> tables;

    /**
     * Executes a script, unless all its tables exist.
     *
     * @param script where the script is
     * @param tables the tables that it creates
     */
    public SchemaInitializer(DataSource database, String script, List<String> tables) {
        super(database, settings(script));
        this.database = new JdbcTemplate(database);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(database));
        this.tables = List.copyOf(tables);
    }

    private static DatabaseInitializationSettings settings(String script) {
        DatabaseInitializationSettings settings = new DatabaseInitializationSettings();
        settings.setSchemaLocations(List.of(script));
        settings.setMode(DatabaseInitializationMode.ALWAYS);
        return settings;
    }

    /** Leaves complete tables alone: to look at their triggers and indexes, a script would lock them. */
    @Override
    protected void runScripts(Scripts scripts) {
        transactions.executeWithoutResult(transaction -> {
            database.execute(LOCK);
            if (!tables.stream().allMatch(this::exists)) {
                // Not by Spring's reader of scripts, which would end statements within functions.
                scripts.forEach(script -> database.execute(text(script)));
            }
        });
    }

    private boolean exists(String table) {
        return Boolean.TRUE.equals(database.queryForObject("SELECT to_regclass(?) IS NOT NULL", Boolean.class, table));
    }

    private static String text(Resource script) {
        try {
            return script.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
