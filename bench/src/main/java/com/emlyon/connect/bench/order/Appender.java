package com.emlyon.connect.bench.order;

import java.sql.SQLException;

/** One way to append a fact and to know that it is on disk. */
interface Appender extends AutoCloseable {

    /** Returns when the fact is committed. */
    void append() throws SQLException, InterruptedException;

    @Override
    default void close() {}
}
