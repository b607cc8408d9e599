package com.emlyon.connect.app.connection;

import java.util.Map;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntPredicate;

/**
 * Connections in the order in which they came here: as soon as they are too many, the service ends the oldest one. Without a lock: a
 * platform thread that waits for one behind virtual threads, as the acceptor and the threads of health would, gets it when these had their
 * turns on the carriers, hundreds of milliseconds later on a busy node.
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

    /** The place of a connection, which is not among the others yet. */
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

    /** Where a connection stands among the others, if it does. */
    final class Place {

        private final ObservableChannel channel;
        private final AtomicLong number = new AtomicLong(NOWHERE);

        private Place(ObservableChannel channel) {
            this.channel = channel;
        }

        /** Stands behind all others from now on, unless it stands somewhere already or has ended. */
        void take() {
            long next = numbers.incrementAndGet();
            if (!number.compareAndSet(NOWHERE, next)) {
                return;
            }
            places.put(next, this);
            int present = count.incrementAndGet();
            if (number.get() != next) {
                // It has left between the two.
                remove(next);
            } else if (areTooMany.test(present)) {
                evictOldest();
            }
        }

        /** Stands nowhere from now on. */
        void leave() {
            long present = number.get();
            if (present > NOWHERE && number.compareAndSet(present, NOWHERE)) {
                remove(present);
            }
        }

        /** Stands nowhere any more, whatever another thread still does with it. */
        void end() {
            long former = number.getAndSet(ENDED);
            if (former > NOWHERE) {
                remove(former);
            }
        }

        /** Is the place of a new connection. */
        void begin() {
            number.set(NOWHERE);
        }

        /** While the channel is locked, it cannot be used again for another connection. */
        private void evict(long expected) {
            synchronized (channel) {
                if (number.compareAndSet(expected, NOWHERE)) {
                    channel.endInput();
                }
            }
        }
    }
}
