package com.emlyon.connect.app;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Somebody who keeps the view of check-ins from being touched, until closed. */
public final class HeldUpCheckIns implements AutoCloseable {

    private final Connection transaction;

    private HeldUpCheckIns(Connection transaction) {
        this.transaction = transaction;
    }

    /** Holds the check-ins up on the database of a node. */
    public static HeldUpCheckIns on(TestNode node) {
        try {
            Connection transaction = node.bean(DataSource.class).getConnection();
            transaction.setAutoCommit(false);
            try (Statement lock = transaction.createStatement()) {
                lock.execute("SELECT FROM view.generation WHERE projection = 'check-ins' FOR UPDATE");
            }
            return new HeldUpCheckIns(transaction);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        try (transaction) {
            transaction.rollback();
            transaction.setAutoCommit(true);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
