package com.emlyon.platform.eventstore.database;

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
 * A connection pool that fails at once while the database is known to be unavailable. When an outage begins, it aborts
 * all its connections and interrupts all threads that wait for one, because a server that hangs, or a network that is
 * cut, would block them without a limit.
 */
public final class DatabasePool extends HikariDataSource {

    private static final Logger log = LoggerFactory.getLogger(DatabasePool.class);
    /** The longest wait for a connection while all are in use. An outage ends the wait earlier. */
    private static final int LONGEST_WAIT_MILLIS = 15_000;

    private static final String CONNECTION_FAILED = "08001";

    private final DatabaseAvailability availability;
    private final Set<Waiting> waiting = ConcurrentHashMap.newKeySet();
    private final Set<PgConnection> opened = ConcurrentHashMap.newKeySet();

    /** Makes a pool of that name. Its size is set by the code that makes it. */
    public DatabasePool(String name, JdbcConnectionDetails database, DatabaseAvailability availability) {
        this.availability = availability;
        setPoolName(name);
        setJdbcUrl(database.getJdbcUrl());
        setUsername(database.getUsername());
        setPassword(database.getPassword());
        setConnectionTimeout(LONGEST_WAIT_MILLIS);
        // With a minimum of idle connections, the pool would retry at longer and longer intervals during an outage.
        setMinimumIdle(0);
        // The details of an error quote the values that caused it, which must not be logged.
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
                // The connection may have been opened after the others were aborted.
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

    /**
     * Aborts on another thread, because closing a TLS connection waits for the thread that is sending, perhaps to a
     * server that does not read.
     */
    private static void abort(PgConnection connection) {
        try {
            connection.abort(Thread::startVirtualThread);
        } catch (SQLException gone) {
            log.debug("A connection had ended before it was aborted", gone);
        }
    }

    /** A thread that waits for a connection. It is interrupted only while it waits. */
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

        /** Whether an outage has interrupted the wait, even if the outage is over by now. */
        synchronized boolean isInterrupted() {
            return interrupted;
        }

        synchronized void end() {
            ended = true;
            if (interrupted) {
                // The interrupt was meant for this wait only.
                boolean unused = Thread.interrupted();
            }
        }
    }
}
