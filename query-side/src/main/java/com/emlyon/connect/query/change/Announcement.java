package com.emlyon.connect.query.change;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;

/** What is said at the end of a transaction that has changed a view; equal for equal projections. */
record Announcement(JdbcClient database, String projection) implements TransactionSynchronization {

    @Override
    public void beforeCommit(boolean readOnly) {
        database.sql("SELECT pg_notify(?, ?)")
                .params(ViewChanges.CHANNEL, projection)
                .query()
                .listOfRows();
    }
}
