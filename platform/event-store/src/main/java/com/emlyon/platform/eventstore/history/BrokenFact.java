package com.emlyon.platform.eventstore.history;

/** Thrown for a fact that cannot be deserialized; a retry fails in the same way until the code is corrected. */
public final class BrokenFact extends RuntimeException {

    /** Wraps the cause, whose message must not contain any content of the fact. */
    public BrokenFact(RuntimeException cause) {
        super(cause.getMessage(), cause);
    }
}
