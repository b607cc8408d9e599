package com.emlyon.connect.bench.order;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** A table of facts to be filled, in a schema of its own that is dropped at the end. */
final class Facts implements AutoCloseable {

    private static final String PAYLOAD = "{\"account\": \"%s\", \"place\": \"Le Comptoir des Brasseurs\"}";

    private final HikariDataSource connections;

    Facts(String jdbcUrl, int pool) throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(jdbcUrl);
        config.setMaximumPoolSize(pool);
        config.setAutoCommit(false);
        this.connections = new HikariDataSource(config);
        run("DROP SCHEMA IF EXISTS bench CASCADE; CREATE SCHEMA bench");
    }

    /** A fresh table; {@code extra} is a further column definition, or empty. */
    void create(String extra) throws SQLException {
        run("""
                DROP TABLE IF EXISTS bench.fact;
                CREATE TABLE bench.fact (
                  position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                  stream text NOT NULL, sequence bigint NOT NULL, payload jsonb NOT NULL %s,
                  UNIQUE (stream, sequence))
                """.formatted(extra));
    }

    Connection connect() throws SQLException {
        return connections.getConnection();
    }

    static void insertOne(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO bench.fact (stream, sequence, payload) VALUES (?, 0, ?::jsonb)")) {
            String stream = UUID.randomUUID().toString();
            insert.setString(1, stream);
            insert.setString(2, payload(stream));
            insert.executeUpdate();
        }
    }

    static String payload(String stream) {
        return PAYLOAD.formatted(stream);
    }

    void run(String statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
            connection.commit();
        }
    }

    @Override
    public void close() throws SQLException {
        run("DROP SCHEMA bench CASCADE");
        connections.close();
    }
}
