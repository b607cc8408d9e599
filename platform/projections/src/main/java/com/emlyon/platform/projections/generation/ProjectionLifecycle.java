package com.emlyon.platform.projections.generation;

import com.emlyon.platform.eventstore.history.History;
import com.emlyon.platform.projections.generation.Generation.State;
import com.emlyon.platform.projections.projection.Projection;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Creates, replaces and removes generations. Every change is one transaction, so a crash leaves nothing half done. */
public final class ProjectionLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ProjectionLifecycle.class);

    /**
     * While a statement waits for an exclusive lock, new readers queue behind it; so it waits for at most this time.
     */
    private static final String PATIENCE_WITH_READERS = "SET LOCAL lock_timeout = '100ms'";

    private static final Duration PATIENCE_AT_THE_START = Duration.ofMinutes(1);
    private static final Duration PAUSE_BETWEEN_ATTEMPTS = Duration.ofMillis(200);

    private final ViewDatabase database;
    private final History history;
    private final Generations generations;
    private final GenerationSchemas schemas;

    /** Uses the given connections. */
    public ProjectionLifecycle(ViewDatabase database, History history) {
        this.database = database;
        this.history = history;
        this.generations = new Generations(database);
        this.schemas = new GenerationSchemas(database);
    }

    /**
     * Makes sure that the projection has tables that today's code can read and write: creates the first generation, or
     * begins a rebuild when the tables were made by former code.
     */
    public void prepare(Projection projection) {
        long deadline = System.nanoTime() + PATIENCE_AT_THE_START.toNanos();
        while (true) {
            try {
                prepareAtOnce(projection);
                return;
            } catch (DataAccessException failure) {
                if (!Busy.is(failure) || System.nanoTime() > deadline) {
                    throw failure;
                }
                LockSupport.parkNanos(PAUSE_BETWEEN_ATTEMPTS.toNanos());
            }
        }
    }

    private void prepareAtOnce(Projection projection) {
        database.transactions().executeWithoutResult(transaction -> {
            database.client().sql(PATIENCE_WITH_READERS).update();
            generations.lock(projection);
            Optional<Generation> serving = generations.serving(projection);
            if (serving.isEmpty()) {
                Generation first = generations.add(projection, State.SERVING, 0);
                schemas.create(projection, first);
                schemas.index(projection, first);
                schemas.show(projection, first);
            } else if (serving.get().version() < projection.version()) {
                log.info("The tables of {} were made by former code; they are built again", projection.name());
                schemas.relax(projection, serving.get());
                schemas.show(projection, serving.get());
                generations
                        .next(projection)
                        .filter(next -> next.version() < projection.version())
                        .ifPresent(this::end);
                beginUnlessBegun(projection);
            }
        });
    }

    /**
     * Begins to build a new generation; false when one is being built or ready already, or the one that serves was made
     * by newer code.
     */
    public boolean begin(Projection projection) {
        return Boolean.TRUE.equals(database.transactions().execute(transaction -> {
            generations.lock(projection);
            boolean isNewer = generations
                    .serving(projection)
                    .filter(serving -> serving.version() > projection.version())
                    .isPresent();
            return !isNewer && beginUnlessBegun(projection);
        }));
    }

    private boolean beginUnlessBegun(Projection projection) {
        if (generations.next(projection).isPresent()) {
            return false;
        }
        long facts = history.count(Long.MAX_VALUE, projection.facts());
        schemas.create(projection, generations.add(projection, State.BUILDING, facts));
        generations.announce(Channels.REBUILD_ASKED, projection.name());
        return true;
    }

    /**
     * Cancels the rebuild: removes the generation that is being built or is ready, with its tables; false when there is
     * none.
     */
    public boolean cancel(Projection projection) {
        return Boolean.TRUE.equals(database.transactions().execute(transaction -> {
            generations.lock(projection);
            Optional<Generation> given = generations.next(projection);
            given.ifPresent(next -> {
                end(next);
                generations.announce(Channels.REBUILD_ASKED, projection.name());
            });
            return given.isPresent();
        }));
    }

    private void end(Generation generation) {
        generations.remove(generation);
        schemas.drop(generation.schema());
    }

    /**
     * Lets another generation serve, in one transaction, if its state is still what the caller expects and it has
     * applied at least the facts of the one that serves now.
     *
     * @throws DataAccessException when transactions of readers hold their locks for too long; nothing has changed then
     */
    public Outcome takeOver(Projection projection, Generation next) {
        return Objects.requireNonNull(database.transactions().execute(transaction -> {
            database.client().sql(PATIENCE_WITH_READERS).update();
            generations.lock(projection);
            Optional<Generation> serving = generations.lockServing(projection);
            Optional<Generation> present = generations.lockNext(projection).filter(found -> isStill(found, next));
            if (present.isEmpty()) {
                return Outcome.GONE;
            }
            if (serving.filter(old -> old.position() > present.get().position()).isPresent()) {
                generations.become(present.get(), State.BUILDING);
                return Outcome.BEHIND;
            }
            serving.ifPresent(generations::remove);
            generations.become(present.get(), State.SERVING);
            schemas.show(projection, present.get());
            generations.announce(Channels.VIEW_CHANGED, projection.name());
            return Outcome.SERVES;
        }));
    }

    private static boolean isStill(Generation found, Generation believed) {
        return found.number() == believed.number() && found.state() == believed.state();
    }

    /** Drops the tables of removed generations; tables that a transaction still reads are tried again the next time. */
    public void sweep() {
        List<String> known = generations.schemas();
        for (String schema : schemas.existing()) {
            if (!known.contains(schema)) {
                try {
                    sweep(schema);
                } catch (DataAccessException stillRead) {
                    log.debug("{} is still being read", schema, stillRead);
                }
            }
        }
    }

    private void sweep(String schema) {
        database.transactions().executeWithoutResult(transaction -> {
            database.client().sql(PATIENCE_WITH_READERS).update();
            schemas.drop(schema);
            // The generation may have been created since {@code view.generation} was read.
            if (generations.schemas().contains(schema)) {
                transaction.setRollbackOnly();
            } else {
                log.info("Dropped {}, which nobody reads any more", schema);
            }
        });
    }

    /** The result of an attempt to let a generation serve. */
    public enum Outcome {
        /** The generation serves. */
        SERVES,
        /** Its checkpoint is behind the one that serves, so it has to catch up once more. */
        BEHIND,
        /** Its rebuild was cancelled meanwhile. */
        GONE
    }
}
