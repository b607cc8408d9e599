package com.emlyon.platform.projections.processor;

import com.emlyon.platform.eventstore.history.History;
import com.emlyon.platform.eventstore.history.StoredFact;
import com.emlyon.platform.eventstore.sql.SqlFile;
import com.emlyon.platform.projections.generation.Channels;
import com.emlyon.platform.projections.generation.Generation;
import com.emlyon.platform.projections.generation.Generation.State;
import com.emlyon.platform.projections.generation.GenerationSchemas;
import com.emlyon.platform.projections.generation.Generations;
import com.emlyon.platform.projections.generation.ViewDatabase;
import com.emlyon.platform.projections.projection.Projection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.dao.DataAccessException;

/**
 * Lets operators retry parked facts or discard them. All parked facts of a stream are retried in order, in one
 * transaction that locks the checkpoints, so no processor applies a newer fact of the stream in between. This covers
 * the generation that serves and the one that is being built.
 */
public final class Parking {

    private static final SqlFile LOCK = SqlFile.beside(Parking.class, "lock-generations.sql");

    /** Longer than any transaction of a processor should take. */
    private static final String PATIENCE_WITH_FOLLOWERS = "SET LOCAL lock_timeout = '5s'";

    private final ViewDatabase database;
    private final History history;
    private final ParkedFacts parkedFacts;
    private final Generations generations;
    private final GenerationSchemas schemas;

    /** Uses the given connections. */
    public Parking(ViewDatabase database, History history) {
        this.database = database;
        this.history = history;
        this.parkedFacts = new ParkedFacts(database);
        this.generations = new Generations(database);
        this.schemas = new GenerationSchemas(database);
    }

    /**
     * Retries the parked fact at a position, and all other parked facts of its stream. A fact that fails again stays
     * parked, with the new reason, together with those that follow it. Empty when no fact at that position is parked.
     *
     * @throws DataAccessException when the database does not work; nothing has changed then
     */
    public Optional<Retried> retry(Projection projection, long position) {
        return parkedFacts.streamOf(projection, position).map(stream -> takeUp(projection, stream, generation -> {}));
    }

    /**
     * Retries all parked facts of a projection, one stream after the other, each stream in a transaction of its own.
     *
     * @throws DataAccessException when the database does not work
     */
    public Retried retryAll(Projection projection) {
        return parkedFacts.streams(projection).stream()
                .map(stream -> takeUp(projection, stream, generation -> {}))
                .reduce(Retried.NOTHING, Retried::and);
    }

    /**
     * Discards the fact at a position until the next rebuild, which tries it again, and retries the other parked facts
     * of its stream. Empty when no fact at that position is parked.
     *
     * @throws DataAccessException when the database does not work; nothing has changed then
     */
    public Optional<Retried> discard(Projection projection, long position) {
        return parkedFacts
                .streamOf(projection, position)
                .map(stream -> takeUp(projection, stream, generation -> parkedFacts.discard(generation, position)));
    }

    /**
     * Discards all parked facts of the stream of the fact at a position. Empty when that fact is not parked.
     *
     * @throws DataAccessException when the database does not work; nothing has changed then
     */
    public Optional<Retried> discardStream(Projection projection, long position) {
        return parkedFacts
                .streamOf(projection, position)
                .map(stream -> takeUp(projection, stream, generation -> parkedFacts.discardAll(generation, stream)));
    }

    private Retried takeUp(Projection projection, String stream, Consumer<Generation> before) {
        Retried retried = database.transactions().execute(transaction -> {
            database.client().sql(PATIENCE_WITH_FOLLOWERS).update();
            List<Generation> locked = lock(projection);
            locked.forEach(before);
            Set<Long> parked = parkedFacts.positions(projection, stream);
            locked.forEach(generation -> takeUp(projection, generation, stream));
            Set<Long> still = parkedFacts.positions(projection, stream);
            return new Retried(parked.size() - still.size(), still.size());
        });
        return retried == null ? Retried.NOTHING : retried;
    }

    private List<Generation> lock(Projection projection) {
        return database.client()
                .sql(LOCK.statement())
                .param("projection", projection.name())
                .param("version", projection.version())
                .query((row, number) -> new Generation(
                        projection.name(),
                        row.getInt("generation"),
                        row.getInt("version"),
                        State.valueOf(row.getString("state")),
                        row.getLong("position")))
                .list();
    }

    private void takeUp(Projection projection, Generation generation, String stream) {
        List<StoredFact> facts = parkedFacts.removeAll(generation, stream).stream()
                .flatMap(position -> history.between(position - 1, position, projection.facts(), 1).facts().stream())
                .toList();
        AppliedBatch digested = new BatchApplication(projection, database)
                .inParts(generation, facts, Set.of(), schemas.columns(projection, generation));
        if (generation.state() == State.SERVING && digested.rows() > 0) {
            generations.announce(Channels.VIEW_CHANGED, projection.name());
        }
    }
}
