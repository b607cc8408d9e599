package com.emlyon.platform.projections.processor;

import com.emlyon.platform.eventstore.history.StoredFact;
import com.emlyon.platform.projections.generation.Generation;
import com.emlyon.platform.projections.generation.ViewDatabase;
import com.emlyon.platform.projections.projection.Projection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The facts that generations could not apply: rows of {@code view.parked}. */
final class ParkedFacts {

    private final JdbcClient database;

    ParkedFacts(ViewDatabase database) {
        this.database = database.client();
    }

    /** Parks a fact; the reason is null when the fact only follows one that failed. */
    void add(Generation generation, StoredFact fact, @Nullable String reason) {
        database.sql("""
                        INSERT INTO view.parked (projection, generation, position, stream, failure) VALUES (?, ?, ?, ?, ?)
                        """)
                .param(generation.projection())
                .param(generation.number())
                .param(fact.position())
                .param(fact.stream())
                .param(reason)
                .update();
    }

    Set<String> streams(Generation generation) {
        return Set.copyOf(
                database.sql("SELECT DISTINCT stream FROM view.parked WHERE projection = ? AND generation = ?")
                        .params(generation.projection(), generation.number())
                        .query(String.class)
                        .list());
    }

    /**
     * The streams in which any generation of a projection has parked a fact, ordered by their first parked position.
     */
    List<String> streams(Projection projection) {
        return database.sql(
                        "SELECT stream FROM view.parked WHERE projection = ? GROUP BY stream ORDER BY min(position)")
                .param(projection.name())
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** The stream of a fact that any generation has parked. */
    Optional<String> streamOf(Projection projection, long position) {
        return database.sql("SELECT DISTINCT stream FROM view.parked WHERE projection = ? AND position = ?")
                .params(projection.name(), position)
                .query(String.class)
                .optional();
    }

    /** The positions of the facts of a stream that any generation has parked. */
    Set<Long> positions(Projection projection, String stream) {
        return Set.copyOf(database.sql("SELECT DISTINCT position FROM view.parked WHERE projection = ? AND stream = ?")
                .params(projection.name(), stream)
                .query(Long.class)
                .list());
    }

    /** Discards a parked fact: this generation will never apply it. */
    void discard(Generation generation, long position) {
        noteDiscarded(
                generation,
                database.sql("DELETE FROM view.parked WHERE projection = ? AND generation = ? AND position = ?")
                        .params(generation.projection(), generation.number(), position)
                        .update());
    }

    /** Removes all parked facts of a stream, and returns their positions in order. */
    List<Long> removeAll(Generation generation, String stream) {
        return database
                .sql(
                        "DELETE FROM view.parked WHERE projection = ? AND generation = ? AND stream = ? RETURNING position")
                .params(generation.projection(), generation.number(), stream)
                .query((row, number) -> row.getLong(1))
                .list()
                .stream()
                .sorted()
                .toList();
    }

    /** Discards all parked facts of a stream: this generation will never apply them. */
    void discardAll(Generation generation, String stream) {
        noteDiscarded(
                generation,
                database.sql("DELETE FROM view.parked WHERE projection = ? AND generation = ? AND stream = ?")
                        .params(generation.projection(), generation.number(), stream)
                        .update());
    }

    /**
     * Counts discarded facts. Nodes that follow history read this number, because applying history does not lead to
     * these tables any more.
     */
    private void noteDiscarded(Generation generation, int facts) {
        database.sql("""
                        UPDATE view.generation SET discarded = discarded + ? WHERE projection = ? AND generation = ?
                        """)
                .params(facts, generation.projection(), generation.number())
                .update();
    }
}
