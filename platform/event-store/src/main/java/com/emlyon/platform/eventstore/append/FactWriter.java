package com.emlyon.platform.eventstore.append;

import com.emlyon.platform.eventstore.append.AppendTransaction.Outcome;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The only writer of facts on this node. Commands that are decided while it commits are queued, and stored together
 * with the next commit: one lock of the order of history and one flush to disk for all of them. A command whose facts
 * have a sequence that is taken fails with a conflict; the others are not affected.
 *
 * <p>Every append ends in bounded time. One that waits too long is withdrawn before it is taken into a batch; a batch
 * whose locks are not granted in time is rolled back; when the connection is lost during the commit,
 * {@link LostCommits} finds out whether it took place.
 */
public final class FactWriter implements AutoCloseable {

    private static final int MOST_APPENDS_A_COMMIT = 256;
    private static final int MOST_APPENDS_WAITING = 10_000;

    private final HikariDataSource database;
    private final Duration patience;
    private final LostCommits lostCommits;
    private final BlockingQueue<Append> waiting = new ArrayBlockingQueue<>(MOST_APPENDS_WAITING);
    private final Thread thread;
    private volatile boolean closed;

    /**
     * Writes through a pool of its own, so that it never waits for the connections of callers that wait for it;
     * {@link #close} closes the pool.
     */
    public FactWriter(HikariDataSource database, Duration patience) {
        this.database = database;
        this.patience = patience;
        this.lostCommits = new LostCommits(database, patience);
        this.thread = Thread.ofPlatform().name("fact-writer").daemon().start(this::run);
    }

    /**
     * Appends facts, and returns the position of the last one when all are on disk.
     *
     * @throws AppendConflict when another command was faster; nothing of this one is stored
     * @throws WriteNotStored when the facts are not stored and will not be stored later
     * @throws WriteOutcomeUnknown when the connection was lost during the commit
     */
    public long append(List<FactRow> facts, List<TransactionalWrite> sideWrites) {
        Append append = new Append(facts, sideWrites);
        if (closed || !waiting.offer(append)) {
            throw new WriteNotStored("The event store takes no facts at the moment", null);
        }
        // The writer may have been closed after the first look, and would never take it.
        if (closed && append.withdraw()) {
            waiting.remove(append);
            throw new WriteNotStored("The event store takes no facts at the moment", null);
        }
        try {
            return positionOf(append);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw gaveUp(append, interrupted);
        }
    }

    private long positionOf(Append append) throws InterruptedException {
        try {
            return append.position().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw asThrown(failed);
        } catch (TimeoutException late) {
            if (append.withdraw()) {
                waiting.remove(append);
                throw new WriteNotStored("The facts were not taken into a batch in time", late);
            }
            return positionOfTaken(append);
        }
    }

    /**
     * A batch ends at the latest when its locks are not granted or its connection times out; then {@link LostCommits}
     * may look for it.
     */
    private long positionOfTaken(Append append) throws InterruptedException {
        try {
            return append.position().get(2 * patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw asThrown(failed);
        } catch (TimeoutException late) {
            throw new WriteOutcomeUnknown("The database did not confirm the facts in time", late);
        }
    }

    private RuntimeException gaveUp(Append append, InterruptedException interrupted) {
        if (append.withdraw()) {
            waiting.remove(append);
            return new WriteNotStored("Interrupted before the facts were taken into a batch", interrupted);
        }
        return new WriteOutcomeUnknown("Interrupted while the facts were appended", interrupted);
    }

    private static RuntimeException asThrown(ExecutionException failed) {
        return switch (failed.getCause()) {
            case AppendConflict conflict -> conflict;
            case WriteNotStored notStored -> notStored;
            case WriteOutcomeUnknown unknown -> unknown;
            case null, default -> new AppendFailed("The facts could not be appended", failed.getCause());
        };
    }

    private void run() {
        while (!closed) {
            try {
                List<Append> batch = new ArrayList<>();
                batch.add(waiting.take());
                waiting.drainTo(batch, MOST_APPENDS_A_COMMIT - 1);
                batch.removeIf(append -> !append.take());
                if (!batch.isEmpty()) {
                    commit(batch);
                }
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void commit(List<Append> batch) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            List<Outcome> outcomes = AppendTransaction.write(connection, batch);
            try {
                connection.commit();
            } catch (SQLException lost) {
                settleWithoutCommit(outcomes, lost);
                return;
            }
            settle(outcomes);
        } catch (SQLException failure) {
            // Without a commit, PostgreSQL rolls the transaction back.
            batch.forEach(append -> append.position().completeExceptionally(WriteFailures.of(failure)));
        } catch (RuntimeException | Error failure) {
            // The thread must survive any failure, so that it can write the next batch.
            batch.forEach(append -> append.position().completeExceptionally(failure));
        }
    }

    private static void settle(List<Outcome> outcomes) {
        for (Outcome outcome : outcomes) {
            switch (outcome) {
                case Outcome.Appended(Append append, long position) ->
                    append.position().complete(position);
                case Outcome.Failed(Append append, SQLException cause) ->
                    append.position().completeExceptionally(WriteFailures.of(cause));
            }
        }
    }

    private void settleWithoutCommit(List<Outcome> outcomes, SQLException lost) {
        List<Append> unknown = new ArrayList<>();
        List<Outcome> failed = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            switch (outcome) {
                case Outcome.Appended(Append append, long position) -> unknown.add(append);
                case Outcome.Failed failure -> failed.add(failure);
            }
        }
        settle(failed);
        lostCommits.investigate(unknown, lost);
    }

    /** Finishes the current batch; queued appends are withdrawn, and fail with {@link WriteNotStored}. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(patience);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        waiting.forEach(append -> {
            if (append.withdraw()) {
                append.position().completeExceptionally(new WriteNotStored("The service is shutting down", null));
            }
        });
        database.close();
    }
}
