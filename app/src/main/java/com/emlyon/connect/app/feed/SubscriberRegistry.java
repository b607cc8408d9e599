package com.emlyon.connect.app.feed;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The clients that listen to a feed at the moment. */
final class SubscriberRegistry {

    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(1);

    private final Set<Subscriber<?>> subscribers = ConcurrentHashMap.newKeySet();

    /** Takes somebody in, who begins to be told what their outbox says. */
    void welcome(Subscriber<?> subscriber) {
        if (subscribers.add(subscriber)) {
            subscriber.start();
        }
        subscriber.wake();
        if (!subscriber.isConnected()) {
            // It has gone before it was here, and nobody will say so again.
            subscribers.remove(subscriber);
        }
    }

    /** Those who are told in this way. */
    <O extends Outbox> List<O> outboxes(Class<O> way) {
        return subscribers.stream()
                .map(Subscriber::outbox)
                .filter(way::isInstance)
                .map(way::cast)
                .toList();
    }

    /** Has everybody look into their outbox. */
    void wake() {
        subscribers.forEach(Subscriber::wake);
    }

    /** Forgets somebody; false when they were not there. */
    boolean forget(Subscriber<?> subscriber) {
        return subscribers.remove(subscriber);
    }

    /** Closes all connections, and waits a moment for clients that take note of the reason. */
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

    /** Those who listen, as a collection that follows their coming and going. */
    Collection<Subscriber<?>> members() {
        return subscribers;
    }
}
