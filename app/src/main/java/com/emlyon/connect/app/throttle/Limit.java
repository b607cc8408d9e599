package com.emlyon.connect.app.throttle;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BandwidthBuilder;
import java.time.Duration;

/**
 * How often an operation may be attempted: {@code most} attempts at once, and as many again, evenly spread, in each
 * period.
 *
 * @param most at least 1
 */
public record Limit(long most, Duration per) {

    /** Throws when the limit would allow no attempts, or unlimited ones. */
    public Limit {
        if (most < 1 || !per.isPositive()) {
            throw new IllegalArgumentException(
                    "connect.throttle.*: at least one try in a period that is longer than nothing");
        }
    }

    /** The limit with a multiple of the attempts in the same period. */
    Limit times(long factor) {
        return new Limit(Math.multiplyExact(most, factor), per);
    }

    /** The limit in the form that buckets use. */
    Bandwidth bandwidth() {
        return BandwidthBuilder.builder().capacity(most).refillGreedy(most, per).build();
    }
}
