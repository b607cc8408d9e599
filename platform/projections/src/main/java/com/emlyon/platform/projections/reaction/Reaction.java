package com.emlyon.platform.projections.reaction;

import com.emlyon.platform.eventstore.fact.Fact;
import java.util.Set;

/**
 * Reacts to facts with something other than rows of a projection: a command to another aggregate, or a file that is
 * deleted. It follows history as a projection does, with a checkpoint, retries and dead letters, on one node at a time.
 * After a crash it begins again at its checkpoint, so it must be idempotent: a fact may come again.
 */
public interface Reaction {

    /** The name that operators use; it never changes. */
    String name();

    /** The types of the facts that concern it: records, or sealed interfaces for all their records. */
    Set<Class<? extends Fact>> facts();

    /**
     * Reacts to the fact at a position of history. What it writes through the pool of the views is committed together
     * with the checkpoint.
     *
     * @throws RuntimeException when it cannot: it is tried again while the database or the event store is unavailable;
     *     any other failure makes the fact a dead letter, together with those that follow it in its stream
     */
    void react(Fact fact, long position);
}
