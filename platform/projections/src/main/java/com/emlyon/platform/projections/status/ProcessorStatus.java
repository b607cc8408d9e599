package com.emlyon.platform.projections.status;

import java.time.Instant;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How far a projection or a reaction is.
 *
 * @param head the position of the last fact of the whole history
 * @param position the position up to which its readers see the effect of all facts
 * @param missing how many facts that concern it are not processed yet, up to the limit of the query
 * @param seconds the age of the oldest of them
 * @param generation the generation of tables that readers see; 0 for a reaction, which has none
 * @param failed whether it, or the rebuild of its next tables, fails at present
 * @param build the rebuild of its next tables, if one is running
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
     * The rebuild of tables from history.
     *
     * @param factsDone facts that concern it and that it has applied
     * @param factsTotal how many facts there are to apply, as far as is known
     * @param pace recent facts per second; empty when it is not known yet, or the rebuild makes no progress
     */
    public record Build(Instant startedAt, long factsDone, long factsTotal, OptionalDouble pace) {}
}
