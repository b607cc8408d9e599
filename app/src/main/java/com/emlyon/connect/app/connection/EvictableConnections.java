package com.emlyon.connect.app.connection;

import java.util.Map;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntPredicate;

/**
 * Connections in the order in which they were added; when there are too many, the service closes the oldest one. Has no
 * lock: a platform thread that waits for one behind virtual threads, as the acceptor and the threads that serve health
 * checks would, gets it only after these have been scheduled on the carriers, hundreds of milliseconds later on a busy
 * node.
 */
final class EvictableConnections {

    private static final long NOWHERE = 0;
    private static final long ENDED = -1;

    private final ConcurrentNavigableMap<Long, Place> places = new ConcurrentSkipListMap<>();
    private final AtomicLong numbers = new AtomicLong(NOWHERE);
    private final AtomicInteger count = new AtomicInteger();
    private final IntPredicate areTooMany;

    EvictableConnections(IntPredicate areTooMany) {
        this.areTooMany = areTooMany;
    }

    /** The place of a connection, which has not been added yet. */
    Place placeOf(ObservableChannel channel) {
        return new Place(channel);
    }

    int count() {
        return count.get();
    }

    private void evictOldest() {
        Map.Entry<Long, Place> oldest = places.pollFirstEntry();
        if (oldest != null) {
            count.decrementAndGet();
            oldest.getValue().evict(oldest.getKey());
        }
    }

    private void remove(long number) {
        if (places.remove(number) != null) {
            count.decrementAndGet();
        }
    }

    /** The place of a connection in this order, if it has been added. */
    final class Place {

        private final ObservableChannel channel;
        private final AtomicLong number = new AtomicLong(NOWHERE);

        private Place(ObservableChannel channel) {
            this.channel = channel;
        }

        /** Adds the connection behind all others, unless it has been added already or has ended. */
        void take() {
            long next = numbers.incrementAndGet();
            if (!number.compareAndSet(NOWHERE, next)) {
                return;
            }
            places.put(next, this);
            int present = count.incrementAndGet();
            if (number.get() != next) {
                // It was removed by another thread between the two steps.
                remove(next);
            } else if (areTooMany.test(present)) {
                evictOldest();
            }
        }

        /** Removes the connection. */
        void leave() {
            long present = number.get();
            if (present > NOWHERE && number.compareAndSet(present, NOWHERE)) {
                remove(present);
            }
        }

        /** Removes the connection for good: no other thread can add it again. */
        void end() {
            long former = number.getAndSet(ENDED);
            if (former > NOWHERE) {
                remove(former);
            }
        }

        /** Prepares the place for a new connection. */
        void begin() {
            number.set(NOWHERE);
        }

        /** Locks the channel, so that it cannot be reused for another connection meanwhile. */
        private void evict(long expected) {
            synchronized (channel) {
                if (number.compareAndSet(expected, NOWHERE)) {
                    channel.endInput();
                }
            }
        }
    }
}
