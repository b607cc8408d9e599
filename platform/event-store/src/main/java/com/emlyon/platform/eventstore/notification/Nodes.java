package com.emlyon.platform.eventstore.notification;

import com.emlyon.platform.eventstore.database.DatabaseSettings;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts the processes of this service that use the database: each has a connection for notifications, with a known
 * application name.
 */
public class Nodes {

    private static final Duration END_OF_A_CONNECTION = Duration.ofSeconds(2);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final JdbcClient database;
    private final String connection;

    Nodes(JdbcClient database, DatabaseSettings settings) {
        this.connection = NotificationListener.connectionName(settings);
        this.database = database;
    }

    /** Whether there is another process at present; assumes that this one listens for notifications, too. */
    public boolean areSeveral() {
        return count() > 1;
    }

    /**
     * Whether any process listens for notifications. PostgreSQL notices the end of a process with a delay; this method
     * waits up to two seconds for that.
     */
    public boolean areAny() {
        long start = System.nanoTime();
        while (count() > 0) {
            if (System.nanoTime() - start > END_OF_A_CONNECTION.toNanos()) {
                return true;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return false;
    }

    private long count() {
        return database.sql(
                        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = ?")
                .param(connection)
                .query(Long.class)
                .single();
    }
}
