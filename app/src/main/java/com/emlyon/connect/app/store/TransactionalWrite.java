package com.emlyon.connect.app.store;

import java.sql.Connection;
import java.sql.SQLException;

/** Something that is no fact but belongs to the same decision, such as credentials. */
@FunctionalInterface
public interface TransactionalWrite {

    /** Writes within the transaction that appends the facts. */
    void write(Connection transaction) throws SQLException;
}
