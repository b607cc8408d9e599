package com.emlyon.connect.promise.order;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Facts that some other program writes into the history: check-ins of students who have never checked in, made like one
 * that exists.
 *
 * @param template the id of the check-in that exists
 */
record ForeignFacts(History history, String template) {

    /**
     * Inserts in a transaction that is committed at once.
     *
     * @param recordedAt an SQL expression; {@code number} counts the facts from 1
     */
    void append(int count, String recordedAt) {
        try (Connection connection = history.transaction();
                Statement transaction = connection.createStatement()) {
            insert(transaction, count, recordedAt);
            connection.commit();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Inserts in a transaction that somebody else commits. */
    void insert(Statement transaction, int count, String recordedAt) throws SQLException {
        int inserted = transaction.executeUpdate("""
                WITH student AS MATERIALIZED (
                  SELECT number, gen_random_uuid()::text AS account, gen_random_uuid()::text AS check_in
                  FROM generate_series(1, %1$d) AS number)
                INSERT INTO store.fact (stream, sequence, stream_type, id, type, revision, payload, metadata, recorded_at)
                SELECT 'presence-' || account, 0, stream_type, gen_random_uuid(), type, revision,
                       payload || jsonb_build_object('account', account, 'checkIn', check_in, 'at', %2$s),
                       metadata, %2$s
                FROM store.fact, student
                WHERE type = 'CheckedIn' AND payload ->> 'checkIn' = '%3$s'
                """.formatted(count, recordedAt, template));
        if (inserted != count) {
            throw new AssertionError("%d facts were inserted instead of %d".formatted(inserted, count));
        }
    }
}
