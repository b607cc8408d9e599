package com.emlyon.connect.app.feed;

import com.emlyon.connect.api.account.AccountId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bounds the open connections of all feeds of this process, and those of each account. When an account is at its limit,
 * a new connection replaces an older one of the same account, because a phone that changes its network leaves
 * connections behind that look open for a while. When the process is at its limit, a new connection replaces one of any
 * account that does not answer pings. It never replaces one that does, as clients would otherwise disconnect each other
 * in turn.
 */
final class ConnectionLimiter {

    private static final Logger log = LoggerFactory.getLogger(ConnectionLimiter.class);

    private final int most;
    private final int mostOfAnAccount;

    /** The connections of each account, in the order in which they were opened. */
    private final Map<AccountId, SequencedSet<Seat>> taken = new HashMap<>();

    private int total;

    ConnectionLimiter(int most, int mostOfAnAccount) {
        this.most = most;
        this.mostOfAnAccount = mostOfAnAccount;
    }

    /**
     * Counts a new connection, and closes the one that it replaces, if any; empty when the process is at its limit.
     */
    Optional<Seat> take(Subscriber<?> subscriber) {
        Seat seat = new Seat(this, subscriber);
        Replaced replaced;
        synchronized (this) {
            replaced = toReplace(subscriber.account());
            if (replaced != null) {
                remove(replaced.seat());
            } else if (total >= most) {
                return Optional.empty();
            }
            taken.computeIfAbsent(subscriber.account(), account -> new LinkedHashSet<>())
                    .add(seat);
            total++;
        }
        if (replaced != null) {
            replaced.seat().subscriber.close(replaced.why());
            log.info(
                    "Closed a connection of the feed for a newer one: {}",
                    replaced.why().reason());
        }
        return Optional.of(seat);
    }

    private @Nullable Replaced toReplace(AccountId account) {
        SequencedSet<Seat> own = taken.getOrDefault(account, new LinkedHashSet<>());
        if (own.size() >= mostOfAnAccount) {
            return unanswering(own.stream()).orElseGet(() -> new Replaced(own.getFirst(), FeedCloseReason.REPLACED));
        }
        return total < most
                ? null
                : unanswering(taken.values().stream().flatMap(SequencedSet::stream))
                        .orElse(null);
    }

    /**
     * The connection that has not answered pings for the longest time. Its client may connect again if it is alive
     * after all.
     */
    private static Optional<Replaced> unanswering(Stream<Seat> seats) {
        return seats.filter(seat -> seat.subscriber.hasMissedPing())
                .max(Comparator.comparing(seat -> seat.subscriber.unansweredFor()))
                .map(seat -> new Replaced(seat, FeedCloseReason.NOT_REACHED));
    }

    private synchronized void remove(Seat seat) {
        AccountId account = seat.subscriber.account();
        SequencedSet<Seat> own = taken.get(account);
        if (own != null && own.remove(seat)) {
            total--;
            if (own.isEmpty()) {
                taken.remove(account);
            }
        }
    }

    private record Replaced(Seat seat, FeedCloseReason why) {}

    /** A connection that is counted. */
    static final class Seat {

        private final ConnectionLimiter connectionLimiter;
        private final Subscriber<?> subscriber;

        private Seat(ConnectionLimiter connectionLimiter, Subscriber<?> subscriber) {
            this.connectionLimiter = connectionLimiter;
            this.subscriber = subscriber;
        }

        /** Stops counting the connection; does nothing when it was left or replaced before. */
        void leave() {
            connectionLimiter.remove(this);
        }
    }
}
