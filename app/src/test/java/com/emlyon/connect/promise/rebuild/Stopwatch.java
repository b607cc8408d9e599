package com.emlyon.connect.promise.rebuild;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Readers who read without pause, with statements that PostgreSQL has prepared, and measure how long each answer takes. */
final class Stopwatch implements AutoCloseable {

    private static final String PREPARED_AND_NOT_FOR_EVER = "&prepareThreshold=1&options=-c%20statement_timeout=30s";

    private final AtomicLong longest = new AtomicLong();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean go = true;

    /** So many readers, who count the rows of a view. */
    Stopwatch(String database, String view, int readers) throws SQLException {
        for (int i = 0; i < readers; i++) {
            Connection connection = DriverManager.getConnection(database + PREPARED_AND_NOT_FOR_EVER);
            threads.add(Thread.ofPlatform().start(() -> readUntilClosed(connection, view)));
        }
    }

    private void readUntilClosed(Connection connection, String view) {
        try (connection;
                PreparedStatement question = connection.prepareStatement("SELECT count(*) FROM " + view)) {
            while (go) {
                long before = System.nanoTime();
                question.executeQuery().close();
                longest.accumulateAndGet(System.nanoTime() - before, Math::max);
            }
        } catch (SQLException failure) {
            // Longer than any answer may take.
            longest.set(Long.MAX_VALUE);
        }
    }

    /** The longest that an answer has taken since the last time somebody asked. */
    Duration longest() {
        return Duration.ofNanos(longest.getAndSet(0));
    }

    @Override
    public void close() throws InterruptedException {
        go = false;
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
