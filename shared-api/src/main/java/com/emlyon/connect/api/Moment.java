package com.emlyon.connect.api;

import java.time.Instant;

/**
 * A moment of history: it comprises the facts up to a position, and up to an instant.
 *
 * @param position the last one that may be comprised
 * @param recordedUpTo when the last ones may have been recorded; {@link Instant#MAX} when only the position counts
 * @param time what a clock showed: what ends by itself has ended then, or not
 */
public record Moment(long position, Instant recordedUpTo, Instant time) {

    /** All of history. */
    public static Moment now(Instant time) {
        return new Moment(Long.MAX_VALUE, Instant.MAX, time);
    }

    /** When a clock showed this. */
    public static Moment at(Instant time) {
        return new Moment(Long.MAX_VALUE, time, time);
    }

    /** Right after the fact at a position, which was recorded at that time. */
    public static Moment after(long position, Instant time) {
        return new Moment(position, Instant.MAX, time);
    }
}
