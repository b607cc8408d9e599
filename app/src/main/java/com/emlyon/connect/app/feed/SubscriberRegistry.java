package com.emlyon.connect.app.feed;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The clients that are connected to a feed at present. */
final class SubscriberRegistry {

    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(1);

    private final Set<Subscriber<?>> subscribers = ConcurrentHashMap.newKeySet();

    /** Adds a subscriber, and starts to send the frames of its outbox. */
    void welcome(Subscriber<?> subscriber) {
        if (subscribers.add(subscriber)) {
            subscriber.start();
        }
        subscriber.wake();
        if (!subscriber.isConnected()) {
            // It was closed before it was added, and forget is not called again.
            subscribers.remove(subscriber);
        }
    }

    /** The outboxes of this type. */
    <O extends Outbox> List<O> outboxes(Class<O> way) {
        return subscribers.stream()
                .map(Subscriber::outbox)
                .filter(way::isInstance)
                .map(way::cast)
                .toList();
    }

    /** Wakes the sending threads of all subscribers. */
    void wake() {
        subscribers.forEach(Subscriber::wake);
    }

    /** Removes a subscriber; false when it was not registered. */
    boolean forget(Subscriber<?> subscriber) {
        return subscribers.remove(subscriber);
    }

    /** Closes all connections, and waits up to a second for clients to take note of the reason. */
    void closeAll() {
        long deadline = System.nanoTime() + LONGEST_CLOSE.toNanos();
        List<Thread> closes = subscribers.stream()
                .map(subscriber -> subscriber.close(FeedCloseReason.STOPPING))
                .toList();
        try {
            for (Thread close : closes) {
                close.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isEmpty() {
        return subscribers.isEmpty();
    }

    int size() {
        return subscribers.size();
    }

    /** The subscribers, as a live collection. */
    Collection<Subscriber<?>> members() {
        return subscribers;
    }
}
