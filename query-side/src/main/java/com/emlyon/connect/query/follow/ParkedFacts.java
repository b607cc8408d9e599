package com.emlyon.connect.query.follow;

import com.emlyon.connect.query.generation.Generation;
import com.emlyon.connect.query.generation.ViewDatabase;
import com.emlyon.connect.query.history.StoredFact;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The facts that generations could not digest: rows of {@code view.parked}. */
final class ParkedFacts {

    private static final int LONGEST_FAILURE = 2_000;

    private final JdbcClient database;

    ParkedFacts(ViewDatabase database) {
        this.database = database.client();
    }

    /** Parks a fact; without a failure when it only follows one that failed. */
    void add(Generation generation, StoredFact fact, @Nullable RuntimeException failure) {
        database.sql("""
                        INSERT INTO view.parked (projection, generation, position, stream, failure) VALUES (?, ?, ?, ?, ?)
                        """)
                .param(generation.projection())
                .param(generation.number())
                .param(fact.position())
                .param(fact.stream())
                .param(failure == null ? null : text(failure))
                .update();
    }

    Set<String> streams(Generation generation) {
        return Set.copyOf(
                database.sql("SELECT DISTINCT stream FROM view.parked WHERE projection = ? AND generation = ?")
                        .params(generation.projection(), generation.number())
                        .query(String.class)
                        .list());
    }

    private static String text(RuntimeException failure) {
        String text = failure.toString();
        return text.substring(0, Math.min(text.length(), LONGEST_FAILURE));
    }
}
