package com.emlyon.connect.app.feed;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.app.store.CredentialTable;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;

/** The clients that listen at the moment. */
final class Audience {

    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(1);

    private final CredentialTable credentials;
    private final Set<Subscriber> subscribers = ConcurrentHashMap.newKeySet();

    Audience(CredentialTable credentials) {
        this.credentials = credentials;
    }

    /** Takes somebody in, who gets this frame first. */
    void welcome(Subscriber subscriber, TextMessage first) {
        subscribers.add(subscriber);
        subscriber.start(first);
    }

    /** Tells everybody, in the place of what they have not been sent yet of the same kind. */
    void tell(String kind, TextMessage frame) {
        subscribers.forEach(subscriber -> subscriber.offer(kind, frame));
    }

    /** Forgets somebody; false when they were not there. */
    boolean forget(Subscriber subscriber) {
        return subscribers.remove(subscriber);
    }

    /** Ends the connections of those whose account is gone. */
    void dismissTheDeleted() {
        Set<AccountId> connected = subscribers.stream().map(Subscriber::account).collect(Collectors.toSet());
        Set<AccountId> existing = credentials.existing(connected);
        subscribers.stream()
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
    Collection<Subscriber> members() {
        return subscribers;
    }
}
