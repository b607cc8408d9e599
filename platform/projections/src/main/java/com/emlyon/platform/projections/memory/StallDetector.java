package com.emlyon.platform.projections.memory;

import java.time.Duration;
import java.util.OptionalLong;

/** Finds that some table has lacked the same fact for too long. */
public final class StallDetector {

    private final Duration longest;
    private OptionalLong since = OptionalLong.empty();
    private long lacking;

    /** Lacking the same fact for longer than this counts as stalled. */
    public StallDetector(Duration longest) {
        this.longest = longest;
    }

    /** Some table lacks the fact at a position. */
    public void waitFor(long position) {
        if (since.isEmpty() || lacking != position) {
            since = OptionalLong.of(System.nanoTime());
        }
        lacking = position;
    }

    /** No table lacks anything. */
    public void end() {
        since = OptionalLong.empty();
    }

    /** Whether some table lacks a fact. */
    public boolean isWaiting() {
        return since.isPresent();
    }

    /** Whether some table has lacked the same fact for too long. */
    public boolean isStalled() {
        return since.isPresent() && System.nanoTime() - since.getAsLong() > longest.toNanos();
    }
}
