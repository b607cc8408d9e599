package com.emlyon.platform.eventstore.fact;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;

/**
 * Reads facts of {@code store.fact} of any revision, for callers that do not use Axon; made for many facts a second,
 * and for many threads at once.
 */
public final class FactReader {

    private final Revisions revisions;
    private final Map<String, ObjectReader> readers = new HashMap<>();

    /** Reads with the given readers of JSON, which decide how strictly. */
    public FactReader(StoredTypes types, Revisions revisions, Function<Class<?>, ObjectReader> json) {
        this.revisions = revisions;
        types.namesOf(Fact.class::isAssignableFrom)
                .forEach(
                        name -> readers.put(name, json.apply(types.classOf(name).orElseThrow())));
    }

    /**
     * The fact as the code knows it today, from the columns {@code type}, {@code revision} and {@code payload}. Throws
     * {@link UnreadableFact} when the type is unknown, the revision is newer than the code, or the payload does not
     * have the form of its revision.
     */
    public Fact read(String type, String revision, String payload) {
        boolean current = revisions.isCurrent(type, revision);
        ObjectReader reader = readers.get(type);
        if (reader == null) {
            throw UnreadableFact.broken(type, revision, "it is the name of a snapshot", null);
        }
        try {
            return Optional.<Fact>ofNullable(
                            current
                                    ? reader.readValue(payload)
                                    : reader.readValue(revisions.toCurrent(type, revision, reader.readTree(payload))))
                    .orElseThrow(() -> UnreadableFact.broken(type, revision, "its payload is null", null));
        } catch (JacksonException unexpected) {
            throw UnreadableFact.broken(type, revision, "it has not the shape of its revision", unexpected);
        }
    }
}
