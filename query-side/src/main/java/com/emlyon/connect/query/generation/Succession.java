package com.emlyon.connect.query.generation;

import com.emlyon.connect.query.generation.Generation.State;
import com.emlyon.connect.query.history.History;
import com.emlyon.connect.query.projection.Projection;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** How generations come and go. Every change is one transaction, so a crash leaves nothing half done. */
public final class Succession {

    private static final Logger log = LoggerFactory.getLogger(Succession.class);

    /** Readers wait behind whoever waits for readers; so nobody waits longer than this for them. */
    private static final String PATIENCE_WITH_READERS = "SET LOCAL lock_timeout = '100ms'";

    private final ViewDatabase database;
    private final History history;
    private final Generations generations;
    private final Schemata schemata;

    /** Works through these connections. */
    public Succession(ViewDatabase database, History history) {
        this.database = database;
        this.history = history;
        this.generations = new Generations(database);
        this.schemata = new Schemata(database);
    }

    /**
     * Sees to it that the projection has tables that today's code can read and write: makes the very first ones, or has
     * those of former code built again beside them.
     */
    public void prepare(Projection projection) {
        database.transactions().executeWithoutResult(transaction -> {
            generations.lock(projection);
            Optional<Generation> serving = generations.serving(projection);
            if (serving.isEmpty()) {
                Generation first = generations.add(projection, State.SERVING, 0);
                schemata.create(projection, first);
                schemata.index(projection, first);
                schemata.show(projection, first);
            } else if (serving.get().version() < projection.version()) {
                log.info("The tables of {} were made by former code; they are built again", projection.name());
                schemata.relax(projection, serving.get());
                schemata.show(projection, serving.get());
                generations
                        .next(projection)
                        .filter(next -> next.version() < projection.version())
                        .ifPresent(this::end);
                beginUnlessBegun(projection);
            }
        });
    }

    /** Begins to build a new generation; false when one is being built already. */
    public boolean begin(Projection projection) {
        return Boolean.TRUE.equals(database.transactions().execute(transaction -> {
            generations.lock(projection);
            return beginUnlessBegun(projection);
        }));
    }

    private boolean beginUnlessBegun(Projection projection) {
        if (generations.next(projection).isPresent()) {
            return false;
        }
        long facts = history.count(Long.MAX_VALUE, projection.facts());
        schemata.create(projection, generations.add(projection, State.BUILDING, facts));
        generations.announce(Channels.REBUILD_ASKED, projection.name());
        return true;
    }

    /** Gives up the generation that is being built, without a trace; false when there is none. */
    public boolean cancel(Projection projection) {
        return Boolean.TRUE.equals(database.transactions().execute(transaction -> {
            generations.lock(projection);
            Optional<Generation> next = generations.next(projection);
            next.ifPresent(this::end);
            next.ifPresent(ended -> generations.announce(Channels.REBUILD_ASKED, projection.name()));
            return next.isPresent();
        }));
    }

    private void end(Generation generation) {
        generations.remove(generation);
        schemata.drop(generation.schema());
    }

    /**
     * Lets readers see another generation from one moment to the next. It must say what the present one says, or more.
     * False when it was given up meanwhile.
     *
     * @throws DataAccessException when readers are in the middle of something for too long; nothing has changed then
     */
    public boolean takeOver(Projection projection, Generation next) {
        return Boolean.TRUE.equals(database.transactions().execute(transaction -> {
            database.client().sql(PATIENCE_WITH_READERS).update();
            generations.lockServing(projection).ifPresent(generations::remove);
            if (!generations.become(next, State.SERVING)) {
                transaction.setRollbackOnly();
                return false;
            }
            schemata.show(projection, next);
            generations.announce(Channels.VIEW_CHANGED, projection.name());
            return true;
        }));
    }

    /** Drops the tables of generations that have gone; those that somebody still reads, the next time. */
    public void sweep() {
        List<String> existing = schemata.existing();
        List<String> known = generations.schemata();
        for (String schema : existing) {
            if (!known.contains(schema)) {
                try {
                    database.transactions().executeWithoutResult(transaction -> {
                        database.client().sql(PATIENCE_WITH_READERS).update();
                        schemata.drop(schema);
                    });
                    log.info("Dropped {}, which nobody reads any more", schema);
                } catch (DataAccessException stillRead) {
                    log.debug("{} is still being read", schema, stillRead);
                }
            }
        }
    }
}
