package com.emlyon.platform.postgres;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The start of the built-in PostgreSQL. It can begin long before the first connection is needed, on a thread of its
 * own, because creating the context takes longer; otherwise it begins when the first connection is needed.
 */
public final class PostgresStart implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PostgresStart.class);

    private final PostgresOptions options;
    private final FutureTask<EmbeddedPostgres> opening;
    private volatile boolean begun;

    /** Nothing starts before {@link #begin} or {@link #await}. */
    public PostgresStart(PostgresOptions options) {
        this.options = options;
        opening = new FutureTask<>(() -> EmbeddedPostgres.open(options));
    }

    /** Begins the start and returns at once; a failure is thrown to the callers that wait for the server. */
    public void begin() {
        begun = true;
        Thread.ofPlatform().daemon().name("postgres-start").start(opening);
    }

    /**
     * Waits for the server to run.
     *
     * @throws PostgresStartException with the reason when it does not
     */
    public EmbeddedPostgres await() {
        begun = true;
        // Does nothing when another thread is doing it or has done it.
        opening.run();
        try {
            return opening.get();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new PostgresStartException(
                    "%s: interrupted while waiting for the built-in PostgreSQL."
                            .formatted(options.settings().folder()),
                    stopping);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException(failure.getCause());
        }
    }

    /**
     * Shuts the server down cleanly, unless another service uses it; a server that is starting is stopped once it runs.
     */
    @Override
    public void close() {
        if (!begun) {
            return;
        }
        // When the start of the service is aborted, this thread is interrupted, and would leave the server running.
        boolean interrupted = Thread.interrupted();
        try {
            await().close();
        } catch (RuntimeException refused) {
            log.debug("There is no built-in PostgreSQL to be stopped", refused);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
