package com.emlyon.connect.app.connection;

import java.util.LinkedHashSet;
import java.util.SequencedSet;

/**
 * Bounds the number of connections that have sent a part of a request, and for whose rest the service waits: each holds Tomcat's buffers
 * and a thread. Where there are more, the one that is oldest is waited for no longer, as a client that goes on has done so long before.
 */
final class WaitingRequests {

    private final SequencedSet<ObservableChannel> channels = new LinkedHashSet<>();
    private final int most;

    WaitingRequests(int most) {
        this.most = most;
    }

    /** While it holds the lock, no channel can be closed here and be used again for another connection. */
    void add(ObservableChannel channel) {
        synchronized (channels) {
            channels.add(channel);
            if (channels.size() > most) {
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
