package com.emlyon.connect.query.follow;

import com.emlyon.connect.query.generation.Generation;
import com.emlyon.connect.query.generation.ViewDatabase;
import com.emlyon.connect.query.history.StoredFact;
import com.emlyon.connect.query.projection.Projection;
import com.emlyon.connect.query.table.Batch;
import java.sql.Connection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes rows out of facts, within the transaction of the caller. Usually all facts of a batch at once; if that fails because
 * of a fact, then one after the other, and the one that cannot be digested is parked together with those that follow it in
 * its stream.
 */
public final class Digestion {

    private static final Logger log = LoggerFactory.getLogger(Digestion.class);

    private final Projection projection;
    private final ViewDatabase database;
    private final ParkedFacts parkedFacts;

    /** Digests for one projection. */
    public Digestion(Projection projection, ViewDatabase database) {
        this.projection = projection;
        this.database = database;
        this.parkedFacts = new ParkedFacts(database);
    }

    /** Does the work with all facts together, and once more with one after the other when a fact is to blame. */
    public boolean attempt(Predicate<Way> work) {
        try {
            return work.test(this::together);
        } catch (RuntimeException failure) {
            if (!Poison.is(failure)) {
                throw failure;
            }
            return work.test(this::oneByOne);
        }
    }

    /** The streams of which the generation has parked a fact. */
    public Set<String> parkedStreams(Generation generation) {
        return parkedFacts.streams(generation);
    }

    private int together(
            Generation generation,
            List<StoredFact> facts,
            Set<String> parkedStreams,
            Map<String, Set<String>> columns) {
        Batch batch = new Batch();
        for (StoredFact fact : facts) {
            if (parkedStreams.contains(fact.stream())) {
                parkedFacts.add(generation, fact, null);
            } else {
                projection.apply(fact.fact(), fact.position(), batch);
            }
        }
        return write(batch, generation, columns);
    }

    private int oneByOne(
            Generation generation,
            List<StoredFact> facts,
            Set<String> parkedStreams,
            Map<String, Set<String>> columns) {
        Set<String> parked = new HashSet<>(parkedStreams);
        int rows = 0;
        for (StoredFact fact : facts) {
            if (parked.contains(fact.stream())) {
                parkedFacts.add(generation, fact, null);
                continue;
            }
            try {
                rows += alone(generation, fact, columns);
            } catch (RuntimeException failure) {
                if (!Poison.is(failure)) {
                    throw failure;
                }
                log.error(
                        "{} cannot digest the {} at position {}; it is parked with what follows in its stream",
                        projection.name(),
                        fact.type(),
                        fact.position(),
                        failure);
                parkedFacts.add(generation, fact, failure);
                parked.add(fact.stream());
            }
        }
        return rows;
    }

    /** One fact, which can fail without its transaction; returns how many rows have changed. */
    int alone(Generation generation, StoredFact fact, Map<String, Set<String>> columns) {
        Integer rows = database.savepoints().execute(savepoint -> {
            Batch batch = new Batch();
            projection.apply(fact.fact(), fact.position(), batch);
            return write(batch, generation, columns);
        });
        return rows == null ? 0 : rows;
    }

    private int write(Batch batch, Generation generation, Map<String, Set<String>> columns) {
        @Nullable
        Integer rows = database.template()
                .execute((Connection connection) -> batch.write(connection, generation.schema(), columns));
        return rows == null ? 0 : rows;
    }

    /** How the facts of a batch are digested. */
    public interface Way {

        /** Writes what the facts mean to the given columns of a generation; returns how many rows have changed. */
        int digest(
                Generation generation,
                List<StoredFact> facts,
                Set<String> parkedStreams,
                Map<String, Set<String>> columns);
    }
}
