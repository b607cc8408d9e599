package com.emlyon.connect.app.database;

import com.emlyon.connect.app.settings.StartRefused;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The start of the built-in PostgreSQL. It can begin long before the first connection is needed, in a thread of its own, because
 * the making of the context takes longer than it; without that it takes place when the first connection is needed.
 */
public final class PostgresStart implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PostgresStart.class);

    private final FutureTask<EmbeddedPostgres> opening;
    private volatile boolean begun;

    PostgresStart(Path data) {
        opening = new FutureTask<>(() -> EmbeddedPostgres.open(data));
    }

    /** Begins it and returns at once; what goes wrong is told to those who wait for the server. */
    public void begin() {
        begun = true;
        Thread.ofPlatform().daemon().name("postgres-start").start(opening);
    }

    /**
     * The server, once it runs.
     *
     * @throws StartRefused with the reason when it does not
     */
    EmbeddedPostgres await() {
        begun = true;
        // Does nothing where another thread does it or has done it.
        opening.run();
        try {
            return opening.get();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new StartRefused("DATA_DIR: interrupted while waiting for the built-in PostgreSQL.", stopping);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException(failure.getCause());
        }
    }

    /** Stops the server in order, unless another service uses it; one that is being started is stopped when it runs. */
    @Override
    public void close() {
        if (!begun) {
            return;
        }
        // A start that is broken off is interrupted, and the server would be left to itself.
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
