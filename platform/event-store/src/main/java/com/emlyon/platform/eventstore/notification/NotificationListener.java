package com.emlyon.platform.eventstore.notification;

import com.emlyon.platform.eventstore.database.DatabaseAvailability;
import com.emlyon.platform.eventstore.database.DatabaseSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;

/**
 * Receives the notifications of all nodes through PostgreSQL's LISTEN/NOTIFY, on a connection of its own. A
 * notification only wakes its handlers, which then query the database. After a reconnect every handler is woken once,
 * as notifications may have been missed.
 */
public class NotificationListener implements SmartLifecycle {

    /** The end of the application name of the listening connection, which {@link Nodes} counts. */
    private static final String CONNECTION = " signals";

    private static final Logger log = LoggerFactory.getLogger(NotificationListener.class);
    private static final int LISTEN_MILLIS = 1_000;
    private static final int SECONDS_UNTIL_LOST = 10;
    private static final long MILLIS_BEFORE_RECONNECT = 500;

    private final JdbcConnectionDetails database;
    private final DatabaseAvailability availability;
    private final Map<String, List<Consumer<String>>> listeners = new ConcurrentHashMap<>();
    private final String connection;
    private volatile boolean running;
    private volatile Thread thread = Thread.ofPlatform().unstarted(this::listen);

    NotificationListener(JdbcConnectionDetails database, DatabaseAvailability availability, DatabaseSettings settings) {
        this.connection = connectionName(settings);
        this.database = database;
        this.availability = availability;
    }

    /** The application name of the listening connection. */
    static String connectionName(DatabaseSettings settings) {
        return settings.applicationName() + CONNECTION;
    }

    /**
     * Calls the listener for every notification on the channel, and with an empty message when notifications may have
     * been missed.
     */
    public void on(String channel, Consumer<String> listener) {
        listeners.computeIfAbsent(channel, key -> new CopyOnWriteArrayList<>()).add(listener);
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("signals").daemon().start(this::listen);
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void listen() {
        boolean lost = false;
        while (running) {
            try (Connection connection = connect()) {
                if (lost) {
                    log.info("Hearing the other nodes again");
                    lost = false;
                }
                listeners.values().forEach(all -> all.forEach(listener -> tell(listener, "")));
                receive(connection);
            } catch (SQLException failure) {
                if (!lost && running && !availability.report(failure)) {
                    log.warn("Lost the connection that hears the other nodes: {}", failure.getMessage());
                    lost = true;
                }
                pause();
            }
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", connection);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", String.valueOf(SECONDS_UNTIL_LOST));
        properties.setProperty("socketTimeout", String.valueOf(SECONDS_UNTIL_LOST));
        setIfGiven(properties, "user", database.getUsername());
        setIfGiven(properties, "password", database.getPassword());
        Connection connection = DriverManager.getConnection(database.getJdbcUrl(), properties);
        try (Statement statement = connection.createStatement()) {
            for (String channel : listeners.keySet()) {
                statement.execute("LISTEN " + channel);
            }
        }
        return connection;
    }

    private static void setIfGiven(Properties properties, String name, @Nullable String value) {
        if (value != null) {
            properties.setProperty(name, value);
        }
    }

    private void receive(Connection connected) throws SQLException {
        PGConnection connection = connected.unwrap(PGConnection.class);
        while (running) {
            PGNotification[] signals = connection.getNotifications(LISTEN_MILLIS);
            if (signals == null || signals.length == 0) {
                proveThatItLives(connected);
                continue;
            }
            for (PGNotification signal : signals) {
                listeners
                        .getOrDefault(signal.getName(), List.of())
                        .forEach(listener -> tell(listener, signal.getParameter()));
            }
        }
    }

    /** Sends a statement, as a connection that only reads does not notice that a network in between has dropped it. */
    private static void proveThatItLives(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT");
        }
    }

    private static void tell(Consumer<String> listener, String message) {
        try {
            listener.accept(message);
        } catch (RuntimeException failure) {
            log.error("A listener failed on a signal", failure);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(MILLIS_BEFORE_RECONNECT);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
