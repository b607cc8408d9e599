package com.emlyon.connect.app.throttle;

import java.time.Duration;

/** Thrown when a client has exceeded a limit, and has to wait. */
public final class Throttled extends RuntimeException {

    private final Duration wait;
    private final String text;

    /** Creates the exception with the time to wait; the text is a message key. */
    public Throttled(Duration wait, String text) {
        super("Too many attempts", null, false, false);
        this.wait = wait;
        this.text = text;
    }

    /** How long to wait, in whole seconds, at least one. */
    public long seconds() {
        return Math.max(1, wait.plusNanos(999_999_999).toSeconds());
    }

    /** The message key of the answer. */
    public String text() {
        return text;
    }
}
