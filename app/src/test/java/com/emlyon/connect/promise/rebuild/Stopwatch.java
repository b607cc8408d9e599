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

    private final AtomicLong longest = new AtomicLong();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean go = true;

    Stopwatch(String database, int readers) throws SQLException {
        for (int i = 0; i < readers; i++) {
            Connection connection = DriverManager.getConnection(database + "&prepareThreshold=1");
            threads.add(Thread.ofPlatform().start(() -> readUntilClosed(connection)));
        }
    }

    private void readUntilClosed(Connection connection) {
        try (connection;
                PreparedStatement question = connection.prepareStatement("SELECT count(*) FROM view.event")) {
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
