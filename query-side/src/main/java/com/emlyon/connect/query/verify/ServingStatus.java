package com.emlyon.connect.query.verify;

import com.emlyon.connect.query.generation.Generation;
import java.util.SortedSet;

/**
 * How far the tables that serve are.
 *
 * @param generation which tables, and their position
 * @param parked positions of the facts that they lack
 */
record ServingStatus(Generation generation, SortedSet<Long> parked) {

    long position() {
        return generation.position();
    }

    /** The positions of facts that are parked, as far as another standing knows of them. */
    SortedSet<Long> parkedUpTo(long position) {
        return parked.headSet(position + 1);
    }
}
