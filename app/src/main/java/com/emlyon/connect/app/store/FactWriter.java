package com.emlyon.connect.app.store;

import com.emlyon.connect.query.sql.SqlFile;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * The only writer of this node. Commands that are decided while it commits are gathered, and go into history together
 * with the next commit: one turn in the order of history and one flush to disk for all of them. A command whose facts
 * find their place in the stream taken is answered with a conflict, the others are not troubled.
 */
final class FactWriter implements AutoCloseable {

    private static final int MOST_APPENDS_A_COMMIT = 256;
    private static final int MOST_APPENDS_WAITING = 10_000;
    private static final long PATIENCE_SECONDS = 30;
    /** A unique violation, and a deadlock with others who write beside the facts. */
    private static final Set<String> CONFLICTS = Set.of("23505", "40P01");

    private static final SqlFile APPEND = SqlFile.beside(FactWriter.class, "append-facts.sql");

    private final HikariDataSource database;
    private final BlockingQueue<Append> waiting = new ArrayBlockingQueue<>(MOST_APPENDS_WAITING);
    private final Thread thread;
    private volatile boolean closed;

    /** Writes through a pool of its own, so that it never waits for those who wait for it, and closes it at the end. */
    FactWriter(HikariDataSource database) {
        this.database = database;
        this.thread = Thread.ofPlatform().name("fact-writer").daemon().start(this::run);
    }

    /**
     * Appends, and returns the position of the last fact when all are on disk.
     *
     * @throws ConcurrencyException when another command was faster; nothing of this one is kept
     * @throws EventStoreException when the store could not be reached; whether the facts are kept is then unknown
     */
    long append(List<FactRow> facts, List<SideWrite> sideWrites) {
        Append append = new Append(facts, sideWrites);
        try {
            if (closed || !waiting.offer(append, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new EventStoreException("The event store takes no facts at the moment");
            }
            return append.position().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof ConcurrencyException conflict
                    ? conflict
                    : new EventStoreException("The facts could not be appended", failed.getCause());
        } catch (TimeoutException late) {
            throw new EventStoreException("The event store did not confirm the facts in time", late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new EventStoreException("Interrupted while appending facts", interrupted);
        }
    }

    private void run() {
        while (!closed) {
            try {
                List<Append> batch = new ArrayList<>();
                batch.add(waiting.take());
                waiting.drainTo(batch, MOST_APPENDS_A_COMMIT - 1);
                commit(batch);
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void commit(List<Append> batch) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            settle(commitAsFarAsPossible(connection, batch));
        } catch (SQLException | RuntimeException failure) {
            batch.forEach(append -> append.position().completeExceptionally(failure));
        }
    }

    private List<Outcome> commitAsFarAsPossible(Connection connection, List<Append> batch) throws SQLException {
        try {
            return commitTogether(connection, batch);
        } catch (SQLException somebodyFailed) {
            connection.rollback();
            return commitEachForItself(connection, batch);
        }
    }

    private List<Outcome> commitTogether(Connection connection, List<Append> batch) throws SQLException {
        List<FactRow> facts =
                batch.stream().flatMap(append -> append.facts().stream()).toList();
        List<Long> positions = insert(connection, facts);
        List<Outcome> outcomes = new ArrayList<>();
        int end = 0;
        for (Append append : batch) {
            writeBeside(connection, append);
            end += append.facts().size();
            outcomes.add(new Outcome.Appended(append, positions.get(end - 1)));
        }
        connection.commit();
        return outcomes;
    }

    /** The slow way, for a batch in which one append failed: still one commit, but each append can fail alone. */
    private List<Outcome> commitEachForItself(Connection connection, List<Append> batch) throws SQLException {
        List<Outcome> outcomes = new ArrayList<>();
        for (Append append : batch) {
            Savepoint before = connection.setSavepoint();
            try {
                long position = insert(connection, append.facts()).getLast();
                writeBeside(connection, append);
                outcomes.add(new Outcome.Appended(append, position));
            } catch (SQLException failure) {
                // Fails itself when the connection is lost, and then so do all.
                connection.rollback(before);
                outcomes.add(new Outcome.Failed(append, failure));
            }
        }
        connection.commit();
        return outcomes;
    }

    private void settle(List<Outcome> committed) {
        for (Outcome outcome : committed) {
            switch (outcome) {
                case Outcome.Appended(Append append, long position) ->
                    append.position().complete(position);
                case Outcome.Failed(Append append, SQLException cause) ->
                    append.position()
                            .completeExceptionally(
                                    isConflict(cause)
                                            ? new ConcurrencyException("Another command was faster", cause)
                                            : cause);
            }
        }
    }

    private static void writeBeside(Connection connection, Append append) throws SQLException {
        for (SideWrite sideWrite : append.sideWrites()) {
            sideWrite.write(connection);
        }
    }

    private static List<Long> insert(Connection connection, List<FactRow> facts) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(APPEND.statement())) {
            setColumn(statement, 1, "text", facts, FactRow::stream);
            setColumn(statement, 2, "bigint", facts, FactRow::sequence);
            setColumn(statement, 3, "text", facts, FactRow::streamType);
            setColumn(statement, 4, "text", facts, FactRow::id);
            setColumn(statement, 5, "text", facts, FactRow::type);
            setColumn(statement, 6, "text", facts, FactRow::revision);
            setColumn(statement, 7, "text", facts, FactRow::payload);
            setColumn(statement, 8, "text", facts, FactRow::metadata);
            setColumn(statement, 9, "text", facts, FactRow::recordedAt);
            List<Long> positions = new ArrayList<>(facts.size());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    positions.add(rows.getLong(1));
                }
            }
            return positions;
        }
    }

    private static void setColumn(
            PreparedStatement statement, int index, String type, List<FactRow> facts, Function<FactRow, Object> column)
            throws SQLException {
        Object[] values = facts.stream().map(column).toArray();
        statement.setArray(index, statement.getConnection().createArrayOf(type, values));
    }

    private static boolean isConflict(SQLException failure) {
        return CONFLICTS.contains(String.valueOf(failure.getSQLState()));
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        waiting.forEach(append ->
                append.position().completeExceptionally(new EventStoreException("The service is shutting down")));
        database.close();
    }

    /** How an append of a batch ended. */
    private sealed interface Outcome {

        record Appended(Append append, long position) implements Outcome {}

        record Failed(Append append, SQLException cause) implements Outcome {}
    }
}
