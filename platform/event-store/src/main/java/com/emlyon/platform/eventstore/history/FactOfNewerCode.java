package com.emlyon.platform.eventstore.history;

/**
 * Thrown for a fact that a newer node has written. It is not poison: it has to wait for a node whose code can read it.
 */
public final class FactOfNewerCode extends RuntimeException {

    /** Wraps the cause. */
    public FactOfNewerCode(RuntimeException cause) {
        super(cause.getMessage(), cause);
    }
}
