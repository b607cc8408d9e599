package com.emlyon.connect.promise;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.Json;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what was stored, past everything that the service believes. */
final class History {

    private final JdbcClient database;

    History(TestNode node) {
        this.database = node.bean(JdbcClient.class);
    }

    /** The facts of one aggregate, in order. */
    List<StoredFact> of(String stream) {
        return all().stream().filter(fact -> fact.stream().equals(stream)).toList();
    }

    /** The facts that a test asks for, in order. */
    List<StoredFact> all(Predicate<StoredFact> wanted) {
        return all().stream().filter(wanted).toList();
    }

    /** All facts, in order. */
    List<StoredFact> all() {
        return database.sql(
                        "SELECT position, stream, sequence, type, id, payload, metadata FROM store.fact ORDER BY position")
                .query((row, number) -> new StoredFact(
                        row.getLong("position"),
                        row.getString("stream"),
                        row.getLong("sequence"),
                        row.getString("type"),
                        row.getString("id"),
                        Json.parse(row.getString("payload")),
                        Json.parse(row.getString("metadata"))))
                .list();
    }

    /** The position of the last fact. */
    long end() {
        return database.sql("SELECT coalesce(max(position), 0) FROM store.fact")
                .query(Long.class)
                .single();
    }
}
