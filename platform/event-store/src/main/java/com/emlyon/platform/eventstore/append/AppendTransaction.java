package com.emlyon.platform.eventstore.append;

import com.emlyon.platform.eventstore.sql.SqlFile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Writes the facts and the transactional writes of a batch within one transaction. */
final class AppendTransaction {

    private static final SqlFile APPEND = SqlFile.beside(AppendTransaction.class, "append-facts.sql");

    private AppendTransaction() {}

    /** Writes all appends that succeed; the caller commits. */
    static List<Outcome> write(Connection connection, List<Append> batch) throws SQLException {
        try {
            return together(connection, batch);
        } catch (SQLException failure) {
            if (WriteFailures.isOfTheDatabase(failure)) {
                throw failure;
            }
            connection.rollback();
            return eachForItself(connection, batch);
        }
    }

    private static List<Outcome> together(Connection connection, List<Append> batch) throws SQLException {
        List<FactRow> facts =
                batch.stream().flatMap(append -> append.facts().stream()).toList();
        List<Long> positions = insert(connection, facts);
        List<Outcome> outcomes = new ArrayList<>();
        int end = 0;
        for (Append append : batch) {
            writeBeside(connection, append);
            end += append.facts().size();
            outcomes.add(new Outcome.Appended(append, positions.get(end - 1)));
        }
        return outcomes;
    }

    /**
     * The slow path, for a batch in which an append failed: still one commit, but a savepoint for each append, so that
     * each can fail alone.
     */
    private static List<Outcome> eachForItself(Connection connection, List<Append> batch) throws SQLException {
        List<Outcome> outcomes = new ArrayList<>();
        for (Append append : batch) {
            Savepoint before = connection.setSavepoint();
            try {
                long position = insert(connection, append.facts()).getLast();
                writeBeside(connection, append);
                outcomes.add(new Outcome.Appended(append, position));
            } catch (SQLException failure) {
                if (WriteFailures.isOfTheDatabase(failure)) {
                    throw failure;
                }
                connection.rollback(before);
                outcomes.add(new Outcome.Failed(append, failure));
            }
        }
        return outcomes;
    }

    private static void writeBeside(Connection connection, Append append) throws SQLException {
        for (TransactionalWrite transactionalWrite : append.sideWrites()) {
            transactionalWrite.write(connection);
        }
    }

    private static List<Long> insert(Connection connection, List<FactRow> facts) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(APPEND.statement())) {
            setColumn(statement, 1, "text", facts, FactRow::stream);
            setColumn(statement, 2, "bigint", facts, FactRow::sequence);
            setColumn(statement, 3, "text", facts, FactRow::streamType);
            setColumn(statement, 4, "text", facts, FactRow::id);
            setColumn(statement, 5, "text", facts, FactRow::type);
            setColumn(statement, 6, "text", facts, FactRow::revision);
            setColumn(statement, 7, "text", facts, FactRow::payload);
            setColumn(statement, 8, "text", facts, FactRow::metadata);
            setColumn(statement, 9, "text", facts, FactRow::recordedAt);
            List<Long> positions = new ArrayList<>(facts.size());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    positions.add(rows.getLong(1));
                }
            }
            return positions;
        }
    }

    private static void setColumn(
            PreparedStatement statement, int index, String type, List<FactRow> facts, Function<FactRow, Object> column)
            throws SQLException {
        Object[] values = facts.stream().map(column).toArray();
        statement.setArray(index, statement.getConnection().createArrayOf(type, values));
    }

    /** The result of an append of a batch. */
    sealed interface Outcome {

        record Appended(Append append, long position) implements Outcome {}

        record Failed(Append append, SQLException cause) implements Outcome {}
    }
}
