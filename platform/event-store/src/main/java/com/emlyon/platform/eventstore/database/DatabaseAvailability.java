package com.emlyon.platform.eventstore.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;

/**
 * Knows whether the database can be reached, and is the only class that logs an outage: one line when it begins, one
 * when it ends. A thread checks the database several times a second, and at once when a failure is reported, so that
 * all other threads can fail during an outage without waiting for the database.
 */
public class DatabaseAvailability implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DatabaseAvailability.class);
    private static final long NANOS_BETWEEN_WARNINGS = Duration.ofMinutes(1).toNanos();

    private final DatabaseCheck check;
    private final DatabaseSettings settings;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition asked = lock.newCondition();
    private final Condition checked = lock.newCondition();
    private final List<Runnable> atOutage = new CopyOnWriteArrayList<>();
    private final List<LastingOutage> lasting = new CopyOnWriteArrayList<>();
    private long checksAsked;
    private long checksDone;
    private @Nullable Throwable reported;
    private long nextWarning = System.nanoTime();
    private volatile @Nullable Outage outage;
    private volatile boolean running;
    private volatile Thread thread = Thread.ofPlatform().unstarted(this::run);

    DatabaseAvailability(JdbcConnectionDetails database, DatabaseSettings settings) {
        this.check = new DatabaseCheck(database, settings);
        this.settings = settings;
    }

    /** Whether the last check found an outage. Never waits. */
    public boolean isAway() {
        return outage != null;
    }

    /**
     * Has the database checked now, and returns whether it answers. If the check takes too long, the result is that of
     * the last one; during a known outage the method returns false at once.
     */
    public boolean answers() {
        if (isAway() || !running) {
            return !isAway();
        }
        long nanos = settings.longestSilence().multipliedBy(2).toNanos();
        lock.lock();
        try {
            long mine = ++checksAsked;
            asked.signal();
            while (checksDone < mine && nanos > 0) {
                nanos = checked.awaitNanos(nanos);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        return !isAway();
    }

    /**
     * Reports a failure, and has the database checked at once if it may be the reason.
     *
     * @return whether it is a temporary failure of the database; then it is logged here, and the caller must not log it
     */
    public boolean report(Throwable failure) {
        if (!DatabaseFailures.isTemporary(failure)) {
            return false;
        }
        lock.lock();
        try {
            reported = failure;
            checksAsked++;
            asked.signal();
        } finally {
            lock.unlock();
        }
        return true;
    }

    /** Registers a reaction that runs at the beginning of every outage. */
    public void atOutage(Runnable reaction) {
        atOutage.add(reaction);
    }

    /** Registers a reaction that runs once in every outage that lasts at least this long. */
    public void whenLasting(Duration duration, Runnable reaction) {
        lasting.add(new LastingOutage(duration, reaction));
    }

    private void run() {
        while (running) {
            try {
                long round = awaitTheNextCheck();
                Optional<SQLException> failure = checkedFailure();
                if (running) {
                    note(failure);
                    finish(round);
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException mistake) {
                log.error("A reaction to the state of the database failed", mistake);
            }
        }
        check.close();
    }

    private Optional<SQLException> checkedFailure() {
        long start = System.nanoTime();
        Optional<SQLException> failure = check.failure();
        // The check took longer than its timeouts allow, so it was this process that was late, not the database: it was
        // stopped, or got no CPU time. The check is repeated.
        boolean wasStopped = System.nanoTime() - start
                > settings.longestSilence().multipliedBy(2).toNanos();
        return failure.isPresent() && wasStopped ? check.failure() : failure;
    }

    private long awaitTheNextCheck() throws InterruptedException {
        lock.lock();
        try {
            long nanos = settings.checkInterval().toNanos();
            // Requested checks are not run early during an outage, or every request would cause one.
            while (nanos > 0 && (checksAsked == checksDone || isAway())) {
                nanos = asked.awaitNanos(nanos);
            }
            return checksAsked;
        } finally {
            lock.unlock();
        }
    }

    private void finish(long round) {
        lock.lock();
        try {
            checksDone = round;
            checked.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void note(Optional<SQLException> failure) {
        Outage known = outage;
        Throwable unexplained = takeReported();
        if (failure.isPresent() && known == null) {
            outage = new Outage(System.nanoTime());
            log.error("The database does not answer: {}", failure.get().getMessage());
            atOutage.forEach(Runnable::run);
        } else if (failure.isPresent() && known != null) {
            lasting.forEach(reaction -> known.meet(reaction));
        } else if (known != null) {
            outage = null;
            nextWarning = System.nanoTime() + NANOS_BETWEEN_WARNINGS;
            log.info("The database answers again, after {} ms", known.age().toMillis());
        } else if (unexplained != null && System.nanoTime() - nextWarning >= 0) {
            // The last failures of an outage are reported only after it has ended. They are not logged, because the end
            // of the outage has moved the next warning.
            nextWarning = System.nanoTime() + NANOS_BETWEEN_WARNINGS;
            log.warn("The database answers, but has failed some; others are not logged for a minute", unexplained);
        }
    }

    private @Nullable Throwable takeReported() {
        lock.lock();
        try {
            Throwable last = reported;
            reported = null;
            return last;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("database-check").daemon().start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
        try {
            thread.join(settings.longestSilence().multipliedBy(2));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Starts before all other components, and stops after them. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    private record LastingOutage(Duration duration, Runnable reaction) {}

    /** An outage, from the moment when a check failed. */
    private static final class Outage {

        private final long since;
        private final List<LastingOutage> met = new CopyOnWriteArrayList<>();

        Outage(long since) {
            this.since = since;
        }

        Duration age() {
            return Duration.ofNanos(System.nanoTime() - since);
        }

        void meet(LastingOutage lasting) {
            if (age().compareTo(lasting.duration()) >= 0 && !met.contains(lasting)) {
                met.add(lasting);
                lasting.reaction().run();
            }
        }
    }
}
