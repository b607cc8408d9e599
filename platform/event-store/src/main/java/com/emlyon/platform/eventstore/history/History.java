package com.emlyon.platform.eventstore.history;

import com.emlyon.platform.eventstore.fact.Fact;
import java.util.Set;

/**
 * Reads history for projections. Positions ascend in the order of commits, so no fact appears before a position that
 * was already read.
 */
public interface History {

    /** The next facts of the given types after a position, at most so many. */
    FactPage after(long position, Set<Class<? extends Fact>> kinds, int most);

    /** The same, but only up to the end, inclusive. */
    FactPage between(long position, long end, Set<Class<? extends Fact>> kinds, int most);

    /** How many facts of the given types there are up to a position. */
    long count(long upTo, Set<Class<? extends Fact>> kinds);
}
