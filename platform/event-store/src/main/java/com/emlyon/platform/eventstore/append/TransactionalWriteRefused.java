package com.emlyon.platform.eventstore.append;

import java.sql.SQLException;

/**
 * Thrown by a {@link TransactionalWrite} when the facts must not be stored; the other appends of the batch are not
 * affected.
 */
public final class TransactionalWriteRefused extends SQLException {

    /** Creates the exception with its reason. */
    public TransactionalWriteRefused(String reason) {
        super(reason);
    }
}
