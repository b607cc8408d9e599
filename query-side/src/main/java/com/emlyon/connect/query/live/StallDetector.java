package com.emlyon.connect.query.live;

import java.time.Duration;
import java.util.OptionalLong;

/** Finds that some table has lacked the same fact for too long. */
final class StallDetector {

    private final Duration longest;
    private OptionalLong since = OptionalLong.empty();
    private long lacking;

    StallDetector(Duration longest) {
        this.longest = longest;
    }

    /** Some table lacks the fact at a position. */
    void waitFor(long position) {
        if (since.isEmpty() || lacking != position) {
            since = OptionalLong.of(System.nanoTime());
        }
        lacking = position;
    }

    /** No table lacks anything. */
    void end() {
        since = OptionalLong.empty();
    }

    boolean isWaiting() {
        return since.isPresent();
    }

    boolean isStalled() {
        return since.isPresent() && System.nanoTime() - since.getAsLong() > longest.toNanos();
    }
}
