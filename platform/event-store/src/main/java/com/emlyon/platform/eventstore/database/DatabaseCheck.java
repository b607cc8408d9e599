package com.emlyon.platform.eventstore.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Checks that the database answers a trivial statement, on a connection that is kept open for this purpose. */
final class DatabaseCheck implements AutoCloseable {

    private static final String NAME = " check";

    private final String name;
    private final JdbcConnectionDetails database;
    private final Duration longestSilence;
    private @Nullable Connection kept;

    DatabaseCheck(JdbcConnectionDetails database, DatabaseSettings settings) {
        this.name = settings.applicationName() + NAME;
        this.database = database;
        this.longestSilence = settings.longestSilence();
    }

    /** Returns why the database gives no answer; empty when it answers. */
    Optional<SQLException> failure() {
        long deadline = System.nanoTime() + longestSilence.toNanos();
        if (kept != null) {
            try {
                ask(kept);
                return Optional.empty();
            } catch (SQLException broken) {
                close();
                if (System.nanoTime() - deadline >= 0) {
                    return Optional.of(broken);
                }
                // An operator may have ended this one connection, which says nothing about the database: try a new one.
            }
        }
        try {
            Connection fresh = connect(deadline);
            kept = fresh;
            ask(fresh);
            return Optional.empty();
        } catch (SQLException failure) {
            close();
            return Optional.of(failure);
        }
    }

    private static void ask(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1");
        }
    }

    private Connection connect(long deadline) throws SQLException {
        long millis = Math.max(1, Duration.ofNanos(deadline - System.nanoTime()).toMillis());
        // The driver takes only whole seconds here. Once connected, the network timeout bounds the wait in
        // milliseconds.
        String seconds = String.valueOf(Math.max(1, (millis + 500) / 1_000));
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", name);
        properties.setProperty("connectTimeout", seconds);
        properties.setProperty("loginTimeout", seconds);
        properties.setProperty("socketTimeout", seconds);
        setIfGiven(properties, "user", database.getUsername());
        setIfGiven(properties, "password", database.getPassword());
        Connection connection = DriverManager.getConnection(database.getJdbcUrl(), properties);
        connection.setNetworkTimeout(Runnable::run, (int) longestSilence.toMillis());
        return connection;
    }

    private static void setIfGiven(Properties properties, String name, @Nullable String value) {
        if (value != null) {
            properties.setProperty(name, value);
        }
    }

    /** Ends the connection without sending anything to the server, which may not respond. */
    @Override
    public void close() {
        Connection former = kept;
        kept = null;
        if (former != null) {
            try {
                former.abort(Runnable::run);
            } catch (SQLException gone) {
                // The connection has ended already.
            }
        }
    }
}
