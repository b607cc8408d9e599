package com.emlyon.connect.docs;

import com.emlyon.connect.app.TestNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Listens to what nodes tell each other through the database. */
final class Ear implements AutoCloseable {

    private static final int MILLIS = 50;

    private final Connection connection;
    private final List<Signal> heard = new ArrayList<>();

    private Ear(Connection connection) {
        this.connection = connection;
    }

    static Ear at(TestNode node, List<String> channels) throws SQLException {
        JdbcConnectionDetails database = node.bean(JdbcConnectionDetails.class);
        Properties login = new Properties();
        put(login, "user", database.getUsername());
        put(login, "password", database.getPassword());
        Connection connection = DriverManager.getConnection(database.getJdbcUrl(), login);
        try (Statement listen = connection.createStatement()) {
            for (String channel : channels) {
                listen.execute("LISTEN " + channel);
            }
        }
        return new Ear(connection);
    }

    private static void put(Properties login, String name, @Nullable String value) {
        if (value != null) {
            login.setProperty(name, value);
        }
    }

    /** All signals so far. */
    List<Signal> heard() throws SQLException {
        PGNotification[] signals = connection.unwrap(PGConnection.class).getNotifications(MILLIS);
        if (signals != null) {
            for (PGNotification signal : signals) {
                heard.add(new Signal(signal.getName(), signal.getParameter()));
            }
        }
        return List.copyOf(heard);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** What was said on a channel. */
    record Signal(String channel, String message) {

        /** Whether a processor says that it has come to the position. */
        boolean isAtLeast(String processor, long position) {
            return message.startsWith(processor + ' ')
                    && Long.parseLong(message.substring(processor.length() + 1)) >= position;
        }
    }
}
