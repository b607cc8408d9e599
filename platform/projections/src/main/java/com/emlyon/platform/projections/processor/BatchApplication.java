package com.emlyon.platform.projections.processor;

import com.emlyon.platform.eventstore.history.StoredFact;
import com.emlyon.platform.projections.generation.Generation;
import com.emlyon.platform.projections.generation.ViewDatabase;
import com.emlyon.platform.projections.projection.Projection;
import com.emlyon.platform.projections.table.Batch;
import java.sql.Connection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies facts to tables, within the transaction of the caller: usually all facts of a batch at once. If that fails
 * because of a fact, it applies ever smaller parts, and parks the fact that cannot be applied, together with those that
 * follow it in its stream.
 */
public final class BatchApplication {

    private static final Logger log = LoggerFactory.getLogger(BatchApplication.class);

    private final Projection projection;
    private final ViewDatabase database;
    private final ParkedFacts parkedFacts;

    /** Applies the facts of one projection. */
    public BatchApplication(Projection projection, ViewDatabase database) {
        this.projection = projection;
        this.database = database;
        this.parkedFacts = new ParkedFacts(database);
    }

    /**
     * Does the work with all facts together, and once more in parts when {@link PoisonClassifier} says that a fact
     * caused the failure.
     */
    public boolean attempt(Predicate<Way> work) {
        try {
            return work.test(this::together);
        } catch (RuntimeException failure) {
            if (!PoisonClassifier.is(failure)) {
                throw failure;
            }
            return work.test(this::inParts);
        }
    }

    /** The streams in which the generation has parked a fact. */
    public Set<String> parkedStreams(Generation generation) {
        return parkedFacts.streams(generation);
    }

    private AppliedBatch together(
            Generation generation,
            List<StoredFact> facts,
            Set<String> parkedStreams,
            Map<String, Set<String>> columns) {
        Batch batch = new Batch();
        int parked = 0;
        for (StoredFact fact : facts) {
            if (parkedStreams.contains(fact.stream())) {
                parkedFacts.add(generation, fact, null);
                parked++;
            } else {
                projection.apply(fact.fact(), fact.position(), batch);
            }
        }
        return new AppliedBatch(write(batch, generation, columns), parked);
    }

    /** In parts, each in a savepoint, so that a part can fail without the transaction: see {@link #part}. */
    AppliedBatch inParts(
            Generation generation,
            List<StoredFact> facts,
            Set<String> parkedStreams,
            Map<String, Set<String>> columns) {
        return part(generation, facts, new HashSet<>(parkedStreams), columns);
    }

    /**
     * Halves the facts that fail until only the failing fact is left, so one such fact among thousands adds little
     * cost.
     */
    private AppliedBatch part(
            Generation generation,
            List<StoredFact> facts,
            Set<String> parkedStreams,
            Map<String, Set<String>> columns) {
        if (facts.isEmpty()) {
            return AppliedBatch.NOTHING;
        }
        try {
            return Objects.requireNonNull(
                    database.savepoints().execute(savepoint -> together(generation, facts, parkedStreams, columns)));
        } catch (RuntimeException failure) {
            if (!PoisonClassifier.is(failure)) {
                throw failure;
            }
            if (facts.size() == 1) {
                return park(generation, facts.getFirst(), failure, parkedStreams);
            }
            int middle = facts.size() / 2;
            AppliedBatch first = part(generation, facts.subList(0, middle), parkedStreams, columns);
            return first.and(part(generation, facts.subList(middle, facts.size()), parkedStreams, columns));
        }
    }

    private AppliedBatch park(
            Generation generation, StoredFact fact, RuntimeException failure, Set<String> parkedStreams) {
        String reason = Reason.of(failure, projection);
        log.error(
                "{}, generation {}, cannot digest the {} at position {}; it is parked with what follows in its stream: {}",
                projection.name(),
                generation.number(),
                fact.type(),
                fact.position(),
                reason);
        parkedFacts.add(generation, fact, reason);
        parkedStreams.add(fact.stream());
        return new AppliedBatch(0, 1);
    }

    private int write(Batch batch, Generation generation, Map<String, Set<String>> columns) {
        @Nullable
        Integer rows = database.template()
                .execute((Connection connection) -> batch.write(connection, generation.schema(), columns));
        return rows == null ? 0 : rows;
    }

    /** How the facts of a batch are applied. */
    public interface Way {

        /** Applies the facts to the given columns of a generation. */
        AppliedBatch apply(
                Generation generation,
                List<StoredFact> facts,
                Set<String> parkedStreams,
                Map<String, Set<String>> columns);
    }
}
