package com.emlyon.connect.app.connection;

import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.function.BooleanSupplier;

/**
 * Sees to it that connections on which no request has begun keep nobody out: where few more can be accepted, the one that is idle for the
 * longest time ends. Without a limit of connections, or far below it, none does.
 */
final class IdleConnections {

    private final SequencedSet<ObservableChannel> channels = new LinkedHashSet<>();
    private final BooleanSupplier fewAreLeft;

    IdleConnections(BooleanSupplier fewAreLeft) {
        this.fewAreLeft = fewAreLeft;
    }

    /** While it holds the lock, no channel can be closed here and be used again for another connection. */
    void add(ObservableChannel channel) {
        synchronized (channels) {
            channels.add(channel);
            if (channels.size() > 1 && fewAreLeft.getAsBoolean()) {
                channels.removeFirst().endInput();
            }
        }
    }

    void remove(ObservableChannel channel) {
        synchronized (channels) {
            channels.remove(channel);
        }
    }
}
