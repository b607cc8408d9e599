package com.emlyon.connect.app.store;

import java.sql.SQLException;

/** Thrown by a {@link TransactionalWrite} that finds that the facts must not be stored; the other writes of the batch are not concerned. */
public final class TransactionalWriteRefused extends SQLException {

    /** Says why. */
    public TransactionalWriteRefused(String reason) {
        super(reason);
    }
}
