package com.emlyon.platform.eventstore.history;

import java.time.Instant;

/**
 * Where reading ends.
 *
 * @param position the position of the last fact that may be read
 * @param recordedUpTo the latest time at which a fact may have been recorded; {@link Instant#MAX} when only the
 *     position counts. Reading ends before the first fact that was recorded later, so when the clocks of nodes differ,
 *     no fact is read without those before it
 */
public record HistoryEnd(long position, Instant recordedUpTo) {}
