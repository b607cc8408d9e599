package com.emlyon.connect.query.history;

import com.emlyon.connect.api.fact.Fact;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A fact in its place in history, not understood before somebody asks what it says. */
public final class StoredFact {

    private final long position;
    private final String stream;
    private final String type;
    private final Supplier<Fact> content;
    private @Nullable Fact fact;

    /**
     * A fact whose content is read when it is asked for.
     *
     * @param position its place in history: 1, 2, 3, …
     * @param stream the aggregate that decided it
     * @param type what kind of fact
     */
    public StoredFact(long position, String stream, String type, Supplier<Fact> content) {
        this.position = position;
        this.stream = stream;
        this.type = type;
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

    /** What it says, as today's code knows it, whichever code stored it; a RuntimeException when it cannot be understood. */
    public Fact fact() {
        if (fact == null) {
            fact = content.get();
        }
        return fact;
    }
}
