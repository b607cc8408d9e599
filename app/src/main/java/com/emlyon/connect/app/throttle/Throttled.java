package com.emlyon.connect.app.throttle;

import java.time.Duration;

/** Somebody has tried too often, and may again after a while. */
public final class Throttled extends RuntimeException {

    private final Duration wait;
    private final String text;

    /** May try again after the wait; the text is a key. */
    public Throttled(Duration wait, String text) {
        super("Too many attempts", null, false, false);
        this.wait = wait;
        this.text = text;
    }

    /** How long to wait, in whole seconds, at least one. */
    public long seconds() {
        return Math.max(1, wait.plusNanos(999_999_999).toSeconds());
    }

    /** The key of what is said. */
    public String text() {
        return text;
    }
}
