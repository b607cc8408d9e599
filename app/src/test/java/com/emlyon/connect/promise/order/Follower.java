package com.emlyon.connect.promise.order;

import static org.awaitility.Awaitility.await;

import com.emlyon.connect.app.TestNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Reads the history of a node from its beginning and goes on reading as it grows, as processors do. */
final class Follower implements AutoCloseable {

    private static final Duration A_WHILE = Duration.ofSeconds(60);

    private final EventStore store;
    private final List<String> ids = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong position = new AtomicLong();
    private final Thread thread = Thread.ofVirtual().unstarted(this::follow);

    private Follower(EventStore store) {
        this.store = store;
    }

    static Follower of(TestNode node) {
        Follower follower = new Follower(node.bean(EventStore.class));
        follower.thread.start();
        return follower;
    }

    /** The ids of the facts in the order in which they came, once the one at this position has. */
    List<String> idsUpTo(long end) {
        await().atMost(A_WHILE).until(() -> position.get() >= end);
        return List.copyOf(ids);
    }

    private void follow() {
        try (BlockingStream<TrackedEventMessage<?>> stream = store.openStream(null)) {
            while (!Thread.currentThread().isInterrupted()) {
                if (stream.hasNextAvailable(1, TimeUnit.SECONDS)) {
                    TrackedEventMessage<?> fact = stream.nextAvailable();
                    ids.add(fact.getIdentifier());
                    position.set(fact.trackingToken().position().orElseThrow());
                }
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
