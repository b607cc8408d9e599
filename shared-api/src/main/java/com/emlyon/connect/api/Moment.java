package com.emlyon.connect.api;

import com.emlyon.platform.eventstore.history.HistoryEnd;
import java.time.Instant;

/**
 * A moment of history: it includes the facts up to a position, and up to an instant.
 *
 * @param position the position of the last fact that may be included
 * @param recordedUpTo the latest time at which an included fact may have been recorded; {@link Instant#MAX} when only
 *     the position counts
 * @param time the time of the clock at that moment, which decides whether a check-in has ended by itself
 */
public record Moment(long position, Instant recordedUpTo, Instant time) {

    /** Where reading of history ends. */
    public HistoryEnd end() {
        return new HistoryEnd(position, recordedUpTo);
    }

    /** All of history. */
    public static Moment now(Instant time) {
        return new Moment(Long.MAX_VALUE, Instant.MAX, time);
    }

    /** The moment at which a clock showed this time. */
    public static Moment at(Instant time) {
        return new Moment(Long.MAX_VALUE, time, time);
    }

    /** The moment right after the fact at a position, which was recorded at that time. */
    public static Moment after(long position, Instant time) {
        return new Moment(position, Instant.MAX, time);
    }
}
