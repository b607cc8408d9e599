package com.emlyon.platform.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the server running for as long as the service runs. It holds a session open: by it this service notices that
 * the server has died, and other services on the same folder see that the server is still in use.
 */
final class Watchdog {

    private static final Logger log = LoggerFactory.getLogger(Watchdog.class);

    /** Longer than another service may take to start the server. */
    static final Duration PATIENCE = PostgresServer.PATIENCE.plusMinutes(1);

    private static final String SESSION = "watch";
    private static final String OTHER_SESSIONS =
            "select count(*) from pg_stat_activity where application_name = ? and pid <> pg_backend_pid()";
    private static final Duration ROUND = Duration.ofMillis(500);
    private static final int SECONDS_TO_ANSWER = 3;

    private final PostgresServer server;
    private final Path lock;
    private final int port;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("postgres-watchdog").unstarted(this::watch);
    private volatile Connection session;

    private Watchdog(PostgresServer server, Path lock, int port) throws IOException {
        this.server = server;
        this.lock = lock;
        this.port = port;
        this.session = openSession();
    }

    /** Attaches to the server or starts it, and watches it from then on. The caller must hold the lock meanwhile. */
    static Watchdog over(PostgresServer server, Path lock) throws IOException {
        Watchdog watchdog = new Watchdog(server, lock, server.ensureRunning(OptionalInt.empty()));
        watchdog.thread.start();
        return watchdog;
    }

    int port() {
        return port;
    }

    private Connection openSession() throws IOException {
        try {
            return server.connect(port, SESSION);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private void watch() {
        try {
            while (!ended.await(ROUND.toMillis(), TimeUnit.MILLISECONDS)) {
                if (!answers()) {
                    revive();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean answers() {
        try {
            return session.isValid(SECONDS_TO_ANSWER);
        } catch (SQLException e) {
            return false;
        }
    }

    private void revive() {
        log.warn("PostgreSQL on port {} does not answer; it is started again if it does not run", port);
        try {
            session = ProcessLock.whileHolding(lock, PATIENCE, this::revivedSession);
            log.warn("PostgreSQL on port {} answers again", port);
        } catch (IOException | RuntimeException e) {
            log.error("PostgreSQL on port {} is not back yet", port, e);
        }
    }

    private Connection revivedSession() throws IOException {
        int running = server.ensureRunning(OptionalInt.of(port));
        if (running != port) {
            throw new IOException(
                    "another service has moved PostgreSQL to port %d; restart this one".formatted(running));
        }
        return openSession();
    }

    /** Stops watching the server, and stops the server too unless another service watches it. */
    void end() throws IOException {
        ended.countDown();
        thread.interrupt();
        joinThread();
        ProcessLock.whileHolding(lock, PATIENCE, () -> {
            boolean last = isLast();
            closeSession();
            if (last && server.isRunning()) {
                server.stop();
            }
            return last;
        });
    }

    private void joinThread() {
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isLast() {
        try {
            if (!answers()) {
                session = openSession();
            }
            try (PreparedStatement others = session.prepareStatement(OTHER_SESSIONS)) {
                others.setString(1, server.sessionName(SESSION));
                try (ResultSet count = others.executeQuery()) {
                    return count.next() && count.getInt(1) == 0;
                }
            }
        } catch (IOException | SQLException deadServer) {
            return true;
        }
    }

    private void closeSession() {
        try {
            session.close();
        } catch (SQLException deadServer) {
            log.debug("The session of the watchdog was broken", deadServer);
        }
    }
}
