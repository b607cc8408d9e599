package com.emlyon.platform.projections.run;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that works whenever it is woken, and after a pause without that. It tries again after every failure, errors
 * included.
 */
final class Worker {

    private static final Logger log = LoggerFactory.getLogger(Worker.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final Callable<Duration> work;
    private final Predicate<Throwable> loggedElsewhere;
    private final Thread thread;
    private final Semaphore signals = new Semaphore(0);
    private Duration pause = Duration.ZERO;
    private boolean logged;

    /**
     * @param work returns how long to wait at most for the next wake-up
     * @param loggedElsewhere takes a failure of the work, and returns whether it need not be logged here
     */
    Worker(String name, Callable<Duration> work, Predicate<Throwable> loggedElsewhere) {
        this.work = work;
        this.loggedElsewhere = loggedElsewhere;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Makes the thread work now, or once more after its current work. */
    void wake() {
        signals.release();
    }

    /** Interrupts the current work, and waits for its end, up to five seconds. */
    void stop() {
        thread.interrupt();
        try {
            thread.join(FAREWELL);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                boolean unused = signals.tryAcquire(attempt().toNanos(), TimeUnit.NANOSECONDS);
                signals.drainPermits();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Duration attempt() throws InterruptedException {
        try {
            Duration untilNext = work.call();
            if (logged) {
                log.info("{} gets on again", thread.getName());
                logged = false;
            }
            pause = Duration.ZERO;
            return untilNext;
        } catch (InterruptedException stopping) {
            throw stopping;
        } catch (Throwable failure) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException();
            }
            if (!loggedElsewhere.test(failure) && !logged) {
                log.error("{} does not get on; it is tried again", thread.getName(), failure);
                logged = true;
            }
            pause = pause.isZero() ? SHORTEST_PAUSE : shorter(pause.multipliedBy(2), LONGEST_PAUSE);
            return pause;
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
