package com.emlyon.connect.query.history;

/** A fact that a newer node has written: it is no poison, but has to wait for somebody who can read it. */
public final class FactOfNewerCode extends RuntimeException {

    /** Wraps what was said about it. */
    public FactOfNewerCode(RuntimeException cause) {
        super(cause.getMessage(), cause);
    }
}
