package com.emlyon.connect.query.history;

import com.emlyon.connect.api.fact.Fact;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A fact in its place in history, not understood before somebody asks what it says. */
public final class StoredFact {

    private final long position;
    private final String stream;
    private final String type;
    private final Optional<String> decision;
    private final Supplier<Fact> content;
    private @Nullable Fact fact;

    /**
     * A fact whose content is read when it is asked for.
     *
     * @param position its place in history: 1, 2, 3, …
     * @param stream the aggregate that decided it
     * @param type what kind of fact
     * @param decision what facts have in common that one command led to; null when that was not noted
     */
    public StoredFact(long position, String stream, String type, @Nullable String decision, Supplier<Fact> content) {
        this.position = position;
        this.stream = stream;
        this.type = type;
        this.decision = Optional.ofNullable(decision);
        this.content = content;
    }

    /** Its place in history. */
    public long position() {
        return position;
    }

    /** The aggregate that decided it. */
    public String stream() {
        return stream;
    }

    /** What kind of fact, by its name in the store. */
    public String type() {
        return type;
    }

    /** The same for all facts that were decided together, and come one after the other; empty when nobody has noted it. */
    public Optional<String> decision() {
        return decision;
    }

    /** What it says, as today's code knows it, whichever code stored it; a RuntimeException when it cannot be understood. */
    public Fact fact() {
        if (fact == null) {
            fact = content.get();
        }
        return fact;
    }
}
