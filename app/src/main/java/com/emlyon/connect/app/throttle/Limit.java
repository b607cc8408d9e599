package com.emlyon.connect.app.throttle;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BandwidthBuilder;
import java.time.Duration;

/**
 * How often something may be tried: as many times at once, and as many again, evenly spread, in each period.
 *
 * @param most at least 1
 */
public record Limit(long most, Duration per) {

    /** Fails when it would let nobody try, or for ever. */
    public Limit {
        if (most < 1 || !per.isPositive()) {
            throw new IllegalArgumentException(
                    "connect.throttle.*: at least one try in a period that is longer than nothing");
        }
    }

    /** So many times as often in the same period. */
    Limit times(long factor) {
        return new Limit(Math.multiplyExact(most, factor), per);
    }

    /** The same, as buckets have it. */
    Bandwidth bandwidth() {
        return BandwidthBuilder.builder().capacity(most).refillGreedy(most, per).build();
    }
}
