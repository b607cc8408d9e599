package com.emlyon.platform.eventstore.axon;

import com.emlyon.platform.eventstore.fact.Revisions;
import com.emlyon.platform.eventstore.fact.UnreadableFact;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import tools.jackson.databind.JsonNode;

/**
 * Converts facts that Axon reads to their current revision, all steps at once, and throws for facts that cannot be
 * converted. Without it, Axon would skip an unknown type as one that concerns no handler, and read a newer revision as
 * if it were the current one.
 */
final class FactUpcaster implements EventUpcaster {

    private final Revisions revisions;

    FactUpcaster(Revisions revisions) {
        this.revisions = revisions;
    }

    @Override
    public Stream<IntermediateEventRepresentation> upcast(Stream<IntermediateEventRepresentation> facts) {
        return facts.map(this::current);
    }

    private IntermediateEventRepresentation current(IntermediateEventRepresentation fact) {
        try {
            SerializedType stored = fact.getType();
            return revisions.isCurrent(stored.getName(), stored.getRevision()) ? fact : stepped(fact);
        } catch (UnreadableFact unreadable) {
            throw placed(unreadable, fact);
        }
    }

    /**
     * Converts lazily: a handler that does not read the payload, because the type does not concern it, does not pay for
     * the steps.
     */
    private IntermediateEventRepresentation stepped(IntermediateEventRepresentation fact) {
        String type = fact.getType().getName();
        String revision = fact.getType().getRevision();
        return fact.upcast(
                new SimpleSerializedType(type, revisions.currentOf(type)),
                JsonNode.class,
                stored -> {
                    try {
                        return revisions.toCurrent(type, revision, stored);
                    } catch (UnreadableFact unreadable) {
                        throw placed(unreadable, fact);
                    }
                },
                metadata -> metadata);
    }

    private static UnreadableFact placed(UnreadableFact unreadable, IntermediateEventRepresentation fact) {
        return fact.getTrackingToken().map(Positions::of).map(unreadable::at).orElse(unreadable);
    }
}
