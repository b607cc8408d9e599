package com.emlyon.connect.promise;

import com.emlyon.connect.app.TestNode;
import com.emlyon.platform.postgres.TestPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A node on a database of its own on which a lively term takes place, always the same one. */
final class LivelyTerm implements AutoCloseable {

    private final String database = TestPostgres.freshDatabaseUrl();
    private final TestNode node = TestNode.start(database);
    private final Campus campus = new Campus(node);
    private final RandomHistory history = new RandomHistory(20261123, campus);

    LivelyTerm() {
        goOn(300);
        awaitItsEnd();
    }

    /** The JDBC URL, user and password included. */
    String database() {
        return database;
    }

    JdbcClient sql() {
        return node.bean(JdbcClient.class);
    }

    /** Lets so much more happen. */
    void goOn(int steps) {
        history.goOn(steps);
    }

    /** Waits until the views and the rules have seen all of it. */
    void awaitItsEnd() {
        campus.awaitEndOfHistory("rules", "accounts", "check-ins", "events");
    }

    @Override
    public void close() {
        node.close();
    }
}
