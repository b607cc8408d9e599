package com.emlyon.connect.promise.order;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Keeps processors from getting on, on whatever node they run, until closed. */
final class StuckProcessors implements AutoCloseable {

    private final Connection transaction;

    private StuckProcessors(Connection transaction) {
        this.transaction = transaction;
    }

    /** Locks the positions of the processors, which they move with everything they do. */
    static StuckProcessors of(History history, String... processors) throws SQLException {
        Connection transaction = history.transaction();
        try (PreparedStatement lock = transaction.prepareStatement(
                "SELECT processor FROM store.token WHERE processor = ANY (?) ORDER BY processor FOR UPDATE")) {
            lock.setArray(1, transaction.createArrayOf("text", processors));
            lock.executeQuery().close();
        }
        return new StuckProcessors(transaction);
    }

    @Override
    public void close() throws SQLException {
        transaction.close();
    }
}
