package com.emlyon.connect.query.history;

/** A fact that is not what it says it is: whoever asks again is told the same, until the code is mended. */
public final class BrokenFact extends RuntimeException {

    /** Wraps what was said about it, whose message must hold nothing of what the fact says. */
    public BrokenFact(RuntimeException cause) {
        super(cause.getMessage(), cause);
    }
}
