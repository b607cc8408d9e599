package com.emlyon.connect.promise.order;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Keeps processors and projections from getting on, on whatever node they run, until closed. */
final class StuckProcessors implements AutoCloseable {

    private final Connection transaction;

    private StuckProcessors(Connection transaction) {
        this.transaction = transaction;
    }

    /** Locks the positions, which they move with everything they do. */
    static StuckProcessors of(History history, String... processors) throws SQLException {
        Connection transaction = history.transaction();
        lock(
                transaction,
                "SELECT projection FROM view.generation WHERE projection = ANY (?) ORDER BY projection FOR UPDATE",
                processors);
        return new StuckProcessors(transaction);
    }

    private static void lock(Connection transaction, String rows, String... processors) throws SQLException {
        try (PreparedStatement lock = transaction.prepareStatement(rows)) {
            lock.setArray(1, transaction.createArrayOf("text", processors));
            lock.executeQuery().close();
        }
    }

    @Override
    public void close() throws SQLException {
        transaction.close();
    }
}
