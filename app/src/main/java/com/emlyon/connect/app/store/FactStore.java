package com.emlyon.connect.app.store;

import java.util.List;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;

/** Axon's event store, which can also be woken when another process has appended facts. */
final class FactStore extends EmbeddedEventStore {

    FactStore(Builder builder) {
        super(builder);
    }

    /** Makes the processors of this node look for new facts now instead of at their next round. */
    void wake() {
        afterCommit(List.of());
    }
}
