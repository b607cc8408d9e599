package com.emlyon.platform.projections.rebuild;

import com.emlyon.platform.eventstore.history.History;
import com.emlyon.platform.projections.generation.Failures;
import com.emlyon.platform.projections.generation.Generation;
import com.emlyon.platform.projections.generation.Generations;
import com.emlyon.platform.projections.generation.ProjectionLifecycle;
import com.emlyon.platform.projections.generation.ViewDatabase;
import com.emlyon.platform.projections.projection.Projection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Does the rebuilds of one projection, on whichever node they were requested or begun: never on two nodes at once, and
 * when a node dies, another one continues.
 */
public final class Rebuilds {

    private static final Logger log = LoggerFactory.getLogger(Rebuilds.class);

    private final Projection projection;
    private final ViewDatabase database;
    private final Generations generations;
    private final ProjectionLifecycle lifecycle;
    private final Rebuild rebuild;

    /**
     * Does the rebuilds of one projection.
     *
     * @param readers executes the reading of history ahead of writing
     */
    public Rebuilds(Projection projection, History history, ViewDatabase database, Executor readers) {
        this.projection = projection;
        this.database = database;
        this.generations = new Generations(database);
        this.lifecycle = new ProjectionLifecycle(database, history);
        this.rebuild = new Rebuild(projection, history, database, readers);
    }

    /** The projection that is rebuilt. */
    public Projection projection() {
        return projection;
    }

    /**
     * Does a rebuild, if there is one and no other node does it; returns when it is done, or the thread is interrupted.
     */
    public void lookForWork() throws InterruptedException {
        Optional<Generation> next = mine();
        if (next.isEmpty()) {
            return;
        }
        try (Connection session = database.connection()) {
            if (!isAlone(session)) {
                return;
            }
            try {
                Optional<Generation> still = mine();
                if (still.isPresent()) {
                    work(still.get());
                }
            } finally {
                release(session);
            }
        } catch (SQLException lost) {
            throw new DataAccessResourceFailureException(
                    "Lost the database while rebuilding %s".formatted(projection.name()), lost);
        }
    }

    private Optional<Generation> mine() {
        return generations.next(projection).filter(next -> next.version() == projection.version());
    }

    private void work(Generation generation) throws InterruptedException {
        log.info(
                "Building generation {} of {} from position {}",
                generation.number(),
                projection.name(),
                generation.position());
        generations.takeUp(generation);
        try {
            if (rebuild.run(generation)) {
                lifecycle.sweep();
            }
        } catch (RuntimeException failure) {
            if (isCancelled(generation, failure)) {
                log.info("The rebuild of {} was cancelled", projection.name());
                return;
            }
            if (!Thread.currentThread().isInterrupted()) {
                note(generation, failure);
            }
            throw failure;
        }
    }

    /** Whether the failure comes from a cancellation, which drops the tables while they are written. */
    private boolean isCancelled(Generation generation, RuntimeException failure) {
        return failure instanceof DataAccessException
                && generations
                        .next(projection)
                        .filter(next -> next.number() == generation.number())
                        .isEmpty();
    }

    private void note(Generation generation, RuntimeException failure) {
        try {
            generations.fail(generation, Failures.text(failure));
        } catch (DataAccessException unnoted) {
            failure.addSuppressed(unnoted);
        }
    }

    /** Takes an advisory lock of the session: PostgreSQL releases it when the process ends, however that ends. */
    private boolean isAlone(Connection session) throws SQLException {
        return ask(session, "SELECT pg_try_advisory_lock(hashtext('rebuild of ' || ?))");
    }

    private void release(Connection session) throws SQLException {
        boolean unused = ask(session, "SELECT pg_advisory_unlock(hashtext('rebuild of ' || ?))");
    }

    private boolean ask(Connection session, String question) throws SQLException {
        try (PreparedStatement statement = session.prepareStatement(question)) {
            statement.setString(1, projection.name());
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
