package com.emlyon.platform.eventstore.axon;

import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.RetryScheduler;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Decides a command again after a conflict with another one, on this node or another: the second decision sees the
 * facts of the first one, so simultaneous commands are answered as if one had come after the other.
 */
final class ConflictRetries implements RetryScheduler {

    private static final int MOST_TRIES = 20;
    private static final int MOST_MILLIS_OF_FIRST_PAUSE = 2;
    private static final int MOST_MILLIS_OF_ANY_PAUSE = 50;

    private final ScheduledExecutorService later;

    ConflictRetries(ScheduledExecutorService later) {
        this.later = later;
    }

    @Override
    public boolean scheduleRetry(
            CommandMessage command,
            RuntimeException lastFailure,
            List<Class<? extends Throwable>[]> failures,
            Runnable dispatch) {
        if (!(lastFailure instanceof ConcurrencyException) || failures.size() >= MOST_TRIES) {
            return false;
        }
        int most = Math.min(MOST_MILLIS_OF_ANY_PAUSE, MOST_MILLIS_OF_FIRST_PAUSE * failures.size());
        later.schedule(dispatch, ThreadLocalRandom.current().nextInt(most + 1), TimeUnit.MILLISECONDS);
        return true;
    }
}
