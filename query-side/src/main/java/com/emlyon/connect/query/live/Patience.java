package com.emlyon.connect.query.live;

import java.time.Duration;
import java.util.OptionalLong;

/** With tables that are not as far as others: lost when it is the same fact for too long that some table lacks. */
final class Patience {

    private final Duration longest;
    private OptionalLong since = OptionalLong.empty();
    private long lacking;

    Patience(Duration longest) {
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

    boolean isNeeded() {
        return since.isPresent();
    }

    boolean isLost() {
        return since.isPresent() && System.nanoTime() - since.getAsLong() > longest.toNanos();
    }
}
