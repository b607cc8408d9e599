package com.emlyon.connect.app.store;

import org.jspecify.annotations.Nullable;

/** A stored fact that this version of the service cannot read; whoever meets it must stop instead of passing it over. */
public final class UnreadableFact extends RuntimeException {

    private final String fact;
    private final String reason;

    UnreadableFact(String type, String revision, String reason) {
        this(type, revision, reason, null);
    }

    UnreadableFact(String type, String revision, String reason, @Nullable Throwable cause) {
        this("%s of revision %s".formatted(type, revision), reason, cause);
    }

    private UnreadableFact(String fact, String reason, @Nullable Throwable cause) {
        super("The fact %s cannot be read: %s".formatted(fact, reason), cause);
        this.fact = fact;
        this.reason = reason;
    }

    /** The same, which also says where in the history the fact lies. */
    public UnreadableFact at(long position) {
        return new UnreadableFact("%s at position %d".formatted(fact, position), reason, getCause());
    }
}
