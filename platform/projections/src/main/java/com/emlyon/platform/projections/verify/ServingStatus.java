package com.emlyon.platform.projections.verify;

import com.emlyon.platform.projections.generation.Generation;
import java.util.SortedSet;

/**
 * The position of the tables that serve, and the facts that they lack.
 *
 * @param generation the generation that serves, with its position
 * @param parked positions of the facts that they lack
 */
record ServingStatus(Generation generation, SortedSet<Long> parked) {

    long position() {
        return generation.position();
    }

    /** The positions of parked facts, up to the given position. */
    SortedSet<Long> parkedUpTo(long position) {
        return parked.headSet(position + 1);
    }
}
