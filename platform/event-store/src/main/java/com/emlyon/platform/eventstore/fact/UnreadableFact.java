package com.emlyon.platform.eventstore.fact;

import org.jspecify.annotations.Nullable;

/**
 * Thrown for a stored fact that this version of the service cannot read; a reader must stop at it instead of skipping
 * it.
 */
public final class UnreadableFact extends RuntimeException {

    private final String fact;
    private final String reason;
    private final boolean newer;

    private UnreadableFact(String fact, String reason, boolean newer, @Nullable Throwable cause) {
        super("The fact %s cannot be read: %s".formatted(fact, reason), cause);
        this.fact = fact;
        this.reason = reason;
        this.newer = newer;
    }

    /** A fact that does not have the form of its type and revision: no node can read it. */
    public static UnreadableFact broken(String type, String revision, String reason, @Nullable Throwable cause) {
        return new UnreadableFact(name(type, revision), reason, false, cause);
    }

    /** A fact that only newer code knows: another node can read it, or this one after its deployment. */
    static UnreadableFact newer(String type, String revision, String reason) {
        return new UnreadableFact(name(type, revision), reason + "; a newer node may have written it", true, null);
    }

    private static String name(String type, String revision) {
        return "%s of revision %s".formatted(type, revision);
    }

    /** Whether only newer code knows it. */
    public boolean isNewer() {
        return newer;
    }

    /** The same failure with the position of the fact. */
    public UnreadableFact at(long position) {
        return new UnreadableFact("%s at position %d".formatted(fact, position), reason, newer, getCause());
    }
}
