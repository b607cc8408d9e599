package com.emlyon.platform.projections.position;

import com.emlyon.platform.eventstore.notification.NotificationListener;
import com.emlyon.platform.projections.generation.Channels;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The position that each processor and each view has reached, on whichever node it runs; responses wait for it until
 * the views show what they confirm. Notifications report positions after the commit; now and then a query covers lost
 * notifications.
 */
public final class ReadPositions implements Progress {

    private static final Logger log = LoggerFactory.getLogger(ReadPositions.class);
    private static final long NANOS_BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Supplier<Map<String, Long>> stored;
    private final Map<String, Long> known = new HashMap<>();
    private final Map<String, Long> parked = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private boolean looking;

    /**
     * Follows the notifications of all nodes.
     *
     * @param stored reads the positions from the database, for notifications that were lost
     */
    public ReadPositions(NotificationListener signals, Supplier<Map<String, Long>> stored) {
        this(stored);
        signals.on(Channels.FACTS_PARKED, message -> note(message, parked));
        signals.on(Channels.POSITION_REACHED, message -> note(message, known));
    }

    /** Creates positions that hear of no other node. */
    ReadPositions(Supplier<Map<String, Long>> stored) {
        this.stored = stored;
    }

    private void note(String message, Map<String, Long> positions) {
        if (!message.isEmpty()) {
            int space = message.lastIndexOf(' ');
            note(message.substring(0, space), Long.parseLong(message.substring(space + 1)), positions);
        }
    }

    private void note(String processor, long position, Map<String, Long> positions) {
        lock.lock();
        try {
            positions.merge(processor, position, Math::max);
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Notes that a processor has committed its results for all facts up to a position. */
    @Override
    public void reached(String processor, long position) {
        note(processor, position, known);
    }

    @Override
    public void parked(String processor, long position) {
        note(processor, position, parked);
    }

    /**
     * Whether one of the processors may have parked a fact up to this position. False is certain; true has to be
     * checked in the database.
     */
    boolean mayHaveParked(long position, Collection<String> processors) {
        lock.lock();
        try {
            return processors.stream().anyMatch(processor -> parked.getOrDefault(processor, 0L) >= position);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until all the processors have reached the position; false when one has not within the limit. */
    public boolean await(long position, Duration limit, Collection<String> processors) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        lock.lock();
        try {
            while (!allReached(position, processors)) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                if (advanced.awaitNanos(Math.min(left, NANOS_BETWEEN_LOOKS)) <= 0 && !looking) {
                    looking = true;
                    Thread.ofVirtual().name("read-positions").start(this::look);
                }
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private boolean allReached(long position, Collection<String> processors) {
        return processors.stream().allMatch(processor -> known.getOrDefault(processor, 0L) >= position);
    }

    /**
     * Runs on a thread of its own, as a waiting request must not be blocked by a slow database or an exhausted pool.
     */
    private void look() {
        try {
            stored.get().forEach((processor, position) -> {
                parked(processor, position);
                reached(processor, position);
            });
        } catch (RuntimeException unreachable) {
            log.debug("Could not look up how far the processors have read", unreachable);
        } finally {
            lock.lock();
            try {
                looking = false;
            } finally {
                lock.unlock();
            }
        }
    }
}
