package com.emlyon.connect.app.availability;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.postgresql.jdbc.PgConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * A pool of connections that fails at once while the database is known to be away. When an outage begins it ends all its
 * connections and all waiting for one: a server that hangs, or a network that is cut, would hold them up without a limit.
 */
public final class DatabasePool extends HikariDataSource {

    private static final Logger log = LoggerFactory.getLogger(DatabasePool.class);
    /** For a connection that others use; an outage ends the wait. */
    private static final int LONGEST_WAIT_MILLIS = 15_000;

    private static final String CONNECTION_FAILED = "08001";

    private final DatabaseAvailability availability;
    private final Set<Waiting> waiting = ConcurrentHashMap.newKeySet();
    private final Set<PgConnection> opened = ConcurrentHashMap.newKeySet();

    /** A pool of that name; whoever makes it sets its size. */
    public DatabasePool(String name, JdbcConnectionDetails database, DatabaseAvailability availability) {
        this.availability = availability;
        setPoolName(name);
        setJdbcUrl(database.getJdbcUrl());
        setUsername(database.getUsername());
        setPassword(database.getPassword());
        setConnectionTimeout(LONGEST_WAIT_MILLIS);
        // A pool that tries to stay full makes longer and longer pauses while the database is away.
        setMinimumIdle(0);
        // The details of an error quote the values that caused it, which are nothing for a log.
        addDataSourceProperty("logServerErrorDetail", "false");
        addDataSourceProperty("tcpKeepAlive", "true");
        availability.atOutage(this::giveUp);
    }

    @Override
    public Connection getConnection() throws SQLException {
        refuseDuringOutage();
        Waiting wait = new Waiting(Thread.currentThread());
        waiting.add(wait);
        try {
            refuseDuringOutage();
            Connection connection = super.getConnection();
            remember(connection);
            if (availability.isAway()) {
                // It may have been opened after all others were ended.
                abort(connection.unwrap(PgConnection.class));
                connection.close();
                throw away(null);
            }
            return connection;
        } catch (SQLException failure) {
            if (availability.isAway() || wait.isInterrupted()) {
                throw away(failure);
            }
            availability.report(failure);
            throw failure;
        } finally {
            waiting.remove(wait);
            wait.end();
        }
    }

    private void refuseDuringOutage() throws SQLException {
        if (availability.isAway()) {
            throw away(null);
        }
    }

    private static SQLException away(@Nullable SQLException cause) {
        return new SQLTransientConnectionException("The database is away", CONNECTION_FAILED, cause);
    }

    private void remember(Connection connection) throws SQLException {
        if (opened.add(connection.unwrap(PgConnection.class))) {
            opened.removeIf(DatabasePool::isClosed);
        }
    }

    private static boolean isClosed(PgConnection connection) {
        try {
            return connection.isClosed();
        } catch (SQLException broken) {
            return true;
        }
    }

    private void giveUp() {
        waiting.forEach(Waiting::interrupt);
        opened.forEach(DatabasePool::abort);
        opened.clear();
    }

    /** On another thread, as the end of a connection with TLS waits for the thread that is sending, perhaps to a server that does not read. */
    private static void abort(PgConnection connection) {
        try {
            connection.abort(Thread::startVirtualThread);
        } catch (SQLException gone) {
            log.debug("A connection had ended before it was aborted", gone);
        }
    }

    /** A thread that waits for a connection, and is interrupted at most until it has one. */
    private static final class Waiting {

        private final Thread thread;
        private boolean interrupted;
        private boolean ended;

        Waiting(Thread thread) {
            this.thread = thread;
        }

        synchronized void interrupt() {
            if (!ended) {
                interrupted = true;
                thread.interrupt();
            }
        }

        /** Whether an outage has ended the wait, also one that is over already. */
        synchronized boolean isInterrupted() {
            return interrupted;
        }

        synchronized void end() {
            ended = true;
            if (interrupted) {
                // It was for this wait alone.
                boolean unused = Thread.interrupted();
            }
        }
    }
}
