package com.emlyon.platform.eventstore.history;

import com.emlyon.platform.eventstore.fact.Fact;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A fact at its position in history. Its content is deserialized only when it is asked for. */
public final class StoredFact {

    private final long position;
    private final String stream;
    private final String type;
    private final Optional<String> decision;
    private final Supplier<Fact> content;
    private @Nullable Fact fact;

    /**
     * Creates a fact whose content the supplier deserializes later.
     *
     * @param position its position in history: 1, 2, 3, …
     * @param stream the id of the aggregate that decided it
     * @param type the name of its type in the store
     * @param decision a value that all facts of one command share; null when it was not stored
     */
    public StoredFact(long position, String stream, String type, @Nullable String decision, Supplier<Fact> content) {
        this.position = position;
        this.stream = stream;
        this.type = type;
        this.decision = Optional.ofNullable(decision);
        this.content = content;
    }

    /** Its position in history. */
    public long position() {
        return position;
    }

    /** The id of the aggregate that decided it. */
    public String stream() {
        return stream;
    }

    /** The name of its type in the store. */
    public String type() {
        return type;
    }

    /**
     * A value that all facts of one command share, which follow each other in history; empty when it was not stored.
     */
    public Optional<String> decision() {
        return decision;
    }

    /**
     * The fact as today's code knows it, whichever version stored it. Throws a RuntimeException when it cannot be
     * deserialized.
     */
    public Fact fact() {
        if (fact == null) {
            fact = content.get();
        }
        return fact;
    }
}
