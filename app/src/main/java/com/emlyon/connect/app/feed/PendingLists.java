package com.emlyon.connect.app.feed;

import com.emlyon.connect.app.websocket.SharedText;
import com.emlyon.connect.query.live.Change;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The lists that have changed since they were last sent. They wait a moment, so that further changes are sent with the
 * same frame. Not thread-safe.
 */
final class PendingLists {

    private final Duration longestDelay;

    /** When each list changed last. */
    private final Map<Topic, Long> changed = new EnumMap<>(Topic.class);

    private long since;

    PendingLists(Duration longestDelay) {
        this.longestDelay = longestDelay;
    }

    void note(Change change) {
        Topic.of(change).ifPresent(topic -> {
            long now = System.nanoTime();
            since = changed.isEmpty() ? now : since;
            changed.put(topic, now);
        });
    }

    boolean isEmpty() {
        return changed.isEmpty();
    }

    /** How much longer they may wait. */
    Duration untilDue() {
        return longestDelay.minusNanos(System.nanoTime() - since);
    }

    boolean areDue() {
        return !isEmpty() && !untilDue().isPositive();
    }

    /**
     * Offers the changed lists to the outboxes. Each list is written once for all of them, and not at all when there
     * are none.
     */
    void tell(List<ConflatingOutbox> listeners, Function<Topic, SharedText> written) {
        if (!listeners.isEmpty()) {
            changed.forEach((topic, when) -> {
                SharedText frame = written.apply(topic);
                listeners.forEach(listener -> listener.offer(topic.name(), frame, when));
            });
        }
        changed.clear();
    }
}
