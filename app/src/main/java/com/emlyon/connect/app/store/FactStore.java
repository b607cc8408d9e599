package com.emlyon.connect.app.store;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;

/** Axon's event store, of which the processors are woken by the signals of commits, on whatever node. */
final class FactStore extends EmbeddedEventStore {

    FactStore(Builder builder) {
        super(builder);
    }

    /** Makes the processors of this node look for new facts now instead of at their next round. */
    void wake() {
        super.afterCommit(List.of());
    }

    /** Nothing: a signal comes of each commit, also of those of this node, and one look for each is enough. */
    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {}
}
