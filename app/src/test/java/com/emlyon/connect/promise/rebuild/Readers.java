package com.emlyon.connect.promise.rebuild;

import com.emlyon.connect.app.TestNode;
import com.emlyon.platform.eventstore.personal.PersonalDataCipher;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Those who read all the time, in every way, until closed; what they miss in an answer is a failure. */
final class Readers implements AutoCloseable {

    private static final Duration SHORT_THOUGHT = Duration.ofMillis(40);

    private final Marks marks;
    private final Duration longestThought;
    private final List<Thread> threads = new ArrayList<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicLong answers = new AtomicLong();
    private volatile boolean go = true;

    Readers(List<TestNode> nodes, String database, Marks marks, int count) throws SQLException {
        this(readers(nodes, database, count), marks, SHORT_THOUGHT);
    }

    /** Each thinks that long at most before it reads again. */
    Readers(List<? extends Reader> readers, Marks marks, Duration longestThought) {
        this.marks = marks;
        this.longestThought = longestThought;
        readers.forEach(reader -> threads.add(Thread.ofVirtual().start(() -> readUntilClosed(reader))));
    }

    private static List<Reader> readers(List<TestNode> nodes, String database, int count) throws SQLException {
        List<Reader> readers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            readers.add(reader(nodes.get(i % nodes.size()), database, i));
        }
        return readers;
    }

    private static Reader reader(TestNode node, String database, int number) throws SQLException {
        return switch (number % 5) {
            case 0 -> Reader.sql(database, Connection.TRANSACTION_READ_COMMITTED, node.bean(PersonalDataCipher.class));
            case 1 -> Reader.sql(database, Connection.TRANSACTION_REPEATABLE_READ, node.bean(PersonalDataCipher.class));
            default -> Reader.service(node, number / 2);
        };
    }

    private void readUntilClosed(Reader reader) {
        try (reader) {
            while (go) {
                Map<String, Integer> wanted = marks.of(reader.kinds());
                List<String> missing = marks.missing(wanted, reader.read());
                if (!missing.isEmpty()) {
                    failures.add(
                            "%d missing in %s, like %s".formatted(missing.size(), reader.kinds(), missing.getFirst()));
                }
                answers.incrementAndGet();
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longestThought.toNanos()));
            }
        } catch (SQLException | RuntimeException | AssertionError failure) {
            failures.add(failure.toString());
        }
    }

    /** What should never have happened. */
    Queue<String> failures() {
        return failures;
    }

    /** How many answers there were. */
    long answers() {
        return answers.get();
    }

    @Override
    public void close() throws InterruptedException {
        go = false;
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
