package com.emlyon.connect.promise;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.app.avatar.FormerAvatars;
import com.emlyon.connect.app.database.TestPostgres;
import com.emlyon.connect.query.Projections;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database of its own whose history is copied from another one, and a node that only projects it. */
final class Replica implements AutoCloseable {

    private final String database;
    private final TestNode node;
    private final Processors projections;

    /** Starts with an empty history. */
    Replica(int batchSize) {
        database = TestPostgres.freshDatabaseUrl();
        node = TestNode.start(database, "--connect.projections.batch-size=" + batchSize);
        projections = projectionsOf(node);
        // What they would do has been done, and stands in the history that will be copied.
        new Processors(node, "rules", FormerAvatars.PROCESSOR).stop();
    }

    static Processors projectionsOf(TestNode node) {
        return new Processors(node, Projections.ACCOUNTS, Projections.CHECK_INS, Projections.EVENTS);
    }

    /** Copies the facts behind the one position up to the other, and waits until they are projected. */
    void copy(String source, long after, long upTo) {
        String selection = "SELECT * FROM store.fact WHERE position > %d AND position <= %d ORDER BY position"
                .formatted(after, upTo);
        try (Connection from = DriverManager.getConnection(source);
                Connection to = DriverManager.getConnection(database)) {
            StringWriter facts = new StringWriter();
            from.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY (%s) TO STDOUT".formatted(selection), facts);
            to.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY store.fact FROM STDIN", new StringReader(facts.toString()));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        projections.awaitEndOfHistory();
    }

    /** Delivers what follows the position once more, over the rows that are there. */
    void redeliverAfter(long position) {
        projections.stop();
        projections.forgetAllAfter(position);
        projections.start();
        projections.awaitEndOfHistory();
    }

    /** Has Axon deliver everything once more, over the rows that are there. */
    void reset() {
        projections.stop();
        projections.reset();
        projections.start();
        projections.awaitEndOfHistory();
    }

    /** Empties the tables and delivers everything once more. */
    void rebuild() {
        projections.stop();
        tables(node)
                .keySet()
                .forEach(table -> node.bean(JdbcClient.class)
                        .sql("TRUNCATE view.%s CASCADE".formatted(table))
                        .update());
        projections.forgetAllAfter(0);
        projections.start();
        projections.awaitEndOfHistory();
    }

    Map<String, List<String>> tables() {
        return tables(node);
    }

    /** Every row of every table of the read model, by table. */
    static Map<String, List<String>> tables(TestNode node) {
        JdbcClient database = node.bean(JdbcClient.class);
        Map<String, List<String>> tables = new TreeMap<>();
        database.sql("SELECT tablename FROM pg_tables WHERE schemaname = 'view'")
                .query(String.class)
                .list()
                .forEach(table -> tables.put(
                        table,
                        database.sql("SELECT whole::text FROM view.%s AS whole ORDER BY 1".formatted(table))
                                .query(String.class)
                                .list()));
        return tables;
    }

    @Override
    public void close() {
        node.close();
    }
}
