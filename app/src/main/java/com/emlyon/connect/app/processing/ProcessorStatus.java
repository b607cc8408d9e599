package com.emlyon.connect.app.processing;

import java.time.Instant;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Where a processor or a projection stands.
 *
 * @param head the position of the last fact of all
 * @param position up to here its readers see what history says
 * @param missing facts that concern it and that it has not processed, as far as they were counted
 * @param seconds since the oldest of them was recorded
 * @param generation which set of tables readers see; 0 for a processor, which has none
 * @param failed whether it, or the building of its next tables, does not get on at the moment
 * @param build the building of its next tables, if that goes on
 */
public record ProcessorStatus(
        String name,
        long head,
        long position,
        long missing,
        double seconds,
        int generation,
        boolean failed,
        @Nullable Build build) {

    /**
     * The building of tables from history.
     *
     * @param factsDone facts that concern it and that it has applied
     * @param factsTotal how many there are to apply, as far as is known
     * @param pace facts in a second, of late; empty when it is not known yet, or nothing moves
     */
    public record Build(Instant startedAt, long factsDone, long factsTotal, OptionalDouble pace) {}
}
