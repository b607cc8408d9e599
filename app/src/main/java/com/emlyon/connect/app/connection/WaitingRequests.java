package com.emlyon.connect.app.connection;

import java.util.LinkedHashSet;
import java.util.Optional;
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

    void add(ObservableChannel channel) {
        oldestBesides(channel).ifPresent(ObservableChannel::endInput);
    }

    private Optional<ObservableChannel> oldestBesides(ObservableChannel added) {
        synchronized (channels) {
            channels.add(added);
            return channels.size() > most ? Optional.of(channels.removeFirst()) : Optional.empty();
        }
    }

    void remove(ObservableChannel channel) {
        synchronized (channels) {
            channels.remove(channel);
        }
    }
}
