package com.emlyon.connect.app.feed;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.app.store.CredentialTable;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.socket.CloseStatus;

/** The clients that listen to a feed at the moment. */
final class Audience {

    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(1);

    private final CredentialTable credentials;
    private final Set<Subscriber<?>> subscribers = ConcurrentHashMap.newKeySet();

    Audience(CredentialTable credentials) {
        this.credentials = credentials;
    }

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

    /** Ends the connections of somebody whose account is gone. */
    void dismiss(AccountId account) {
        subscribers.stream()
                .filter(subscriber -> subscriber.account().equals(account))
                .forEach(subscriber -> subscriber.close(FeedHandler.TOKEN_INVALID));
    }

    /** Ends the connections of those among some whose account is gone. */
    void dismissTheDeleted(Collection<Subscriber<?>> some) {
        Set<AccountId> connected = new HashSet<>();
        some.forEach(subscriber -> connected.add(subscriber.account()));
        Set<AccountId> existing = credentials.existing(connected);
        some.stream()
                .filter(subscriber -> !existing.contains(subscriber.account()))
                .forEach(subscriber -> subscriber.close(FeedHandler.TOKEN_INVALID));
    }

    /** Ends all connections, and waits a moment for those who listen to the farewell. */
    void sayFarewell() {
        long deadline = System.nanoTime() + LONGEST_FAREWELL.toNanos();
        List<Thread> farewells = subscribers.stream()
                .map(subscriber -> subscriber.close(CloseStatus.GOING_AWAY))
                .toList();
        try {
            for (Thread farewell : farewells) {
                farewell.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
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
