package com.emlyon.platform.eventstore.axon;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** An aggregate that a command took from this node's cache, and the sequence of the last fact that it knew then. */
record CachedAggregate(
        EventSourcedAggregate<?> aggregate, @Nullable Long sequence) {

    private static final String RESOURCE = CachedAggregate.class.getName();

    static void note(UnitOfWork<?> unitOfWork, EventSourcedAggregate<?> aggregate) {
        unitOfWork
                .<List<CachedAggregate>>getOrComputeResource(RESOURCE, key -> new ArrayList<>())
                .add(new CachedAggregate(aggregate, aggregate.version()));
    }

    static List<CachedAggregate> of(UnitOfWork<?> unitOfWork) {
        return unitOfWork.getOrDefaultResource(RESOURCE, List.of());
    }

    String stream() {
        return aggregate.identifierAsString();
    }

    boolean addedFacts() {
        return !Objects.equals(aggregate.version(), sequence);
    }
}
