package com.emlyon.connect.bench.order;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;

/** One writer takes all commands that wait, and commits them with one insert; the given statement comes before it. */
final class GatheredByOneWriter implements Appender {

    private static final int MOST = 256;

    private final Facts facts;
    private final String before;
    private final BlockingQueue<CompletableFuture<Void>> waiting = new LinkedBlockingQueue<>();
    private final Thread writer;

    GatheredByOneWriter(Facts facts, String before) {
        this.facts = facts;
        this.before = before;
        this.writer = Thread.ofPlatform().daemon().start(this::run);
    }

    @Override
    public void append() throws SQLException, InterruptedException {
        CompletableFuture<Void> done = new CompletableFuture<>();
        waiting.add(done);
        try {
            done.get();
        } catch (ExecutionException failure) {
            throw new SQLException(failure.getCause());
        }
    }

    private void run() {
        try (Connection connection = facts.connect()) {
            while (!Thread.currentThread().isInterrupted()) {
                List<CompletableFuture<Void>> batch = new ArrayList<>();
                batch.add(waiting.take());
                waiting.drainTo(batch, MOST - 1);
                commit(connection, batch.size());
                batch.forEach(done -> done.complete(null));
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (SQLException failure) {
            waiting.forEach(done -> done.completeExceptionally(failure));
        }
    }

    private void commit(Connection connection, int size) throws SQLException {
        if (!before.isEmpty()) {
            try (Statement lock = connection.createStatement()) {
                lock.execute(before);
            }
        }
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO bench.fact (stream, sequence, payload)
                SELECT stream, 0, payload::jsonb FROM unnest(?::text[], ?::text[]) AS appended (stream, payload)
                """)) {
            String[] streams = new String[size];
            String[] payloads = new String[size];
            for (int i = 0; i < size; i++) {
                streams[i] = UUID.randomUUID().toString();
                payloads[i] = Facts.payload(streams[i]);
            }
            insert.setArray(1, connection.createArrayOf("text", streams));
            insert.setArray(2, connection.createArrayOf("text", payloads));
            insert.executeUpdate();
        }
        connection.commit();
    }

    @Override
    public void close() {
        writer.interrupt();
    }
}
