package com.emlyon.platform.eventstore.append;

import java.sql.Connection;
import java.sql.SQLException;

/** A write that is not a fact but belongs to the same command, such as credentials. */
@FunctionalInterface
public interface TransactionalWrite {

    /** Writes within the transaction that appends the facts. */
    void write(Connection transaction) throws SQLException;
}
