package com.emlyon.connect.app.connection;

import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.function.IntPredicate;

/** Connections in the order in which they came here: as soon as they are too many, the service ends the oldest one. */
final class EvictableConnections {

    private final SequencedSet<ObservableChannel> channels = new LinkedHashSet<>();
    private final IntPredicate areTooMany;

    EvictableConnections(IntPredicate areTooMany) {
        this.areTooMany = areTooMany;
    }

    /** While it holds the lock, no channel can be closed here and be used again for another connection. */
    void add(ObservableChannel channel) {
        synchronized (channels) {
            channels.add(channel);
            if (areTooMany.test(channels.size())) {
                channels.removeFirst().endInput();
            }
        }
    }

    void remove(ObservableChannel channel) {
        synchronized (channels) {
            channels.remove(channel);
        }
    }

    int count() {
        synchronized (channels) {
            return channels.size();
        }
    }
}
