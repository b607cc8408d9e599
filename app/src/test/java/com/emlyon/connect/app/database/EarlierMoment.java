package com.emlyon.connect.app.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Somebody who goes on reading what was true when they began, until closed. */
public final class EarlierMoment implements AutoCloseable {

    private final Connection connection;

    private EarlierMoment(Connection connection) {
        this.connection = connection;
    }

    /** Begins to read in a database, now. */
    public static EarlierMoment hold(String databaseUrl) {
        try {
            Connection connection = DriverManager.getConnection(databaseUrl);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            EarlierMoment moment = new EarlierMoment(connection);
            // The moment is that of the first statement.
            moment.count("view.account");
            return moment;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** How many rows a table or view had then. */
    public long count(String table) {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
