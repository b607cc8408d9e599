package com.emlyon.connect.bench.order;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Every command inserts and commits on its own; the given statement comes before the insert. */
record EachForItself(Facts facts, String before) implements Appender {

    @Override
    public void append() throws SQLException {
        try (Connection connection = facts.connect()) {
            if (!before.isEmpty()) {
                try (Statement lock = connection.createStatement()) {
                    lock.execute(before);
                }
            }
            Facts.insertOne(connection);
            connection.commit();
        }
    }
}
