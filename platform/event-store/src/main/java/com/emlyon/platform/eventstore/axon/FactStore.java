package com.emlyon.platform.eventstore.axon;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;

/** Axon's event store. Notifications of commits on any node wake its processors. */
final class FactStore extends EmbeddedEventStore {

    FactStore(Builder builder) {
        super(builder);
    }

    /** Makes the processors of this node look for new facts immediately instead of at their next poll. */
    void wake() {
        super.afterCommit(List.of());
    }

    /**
     * Does nothing, because each commit leads to a notification, also on its own node, and one look for each is enough.
     */
    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {}
}
