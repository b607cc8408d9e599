package com.emlyon.connect.query.history;

import com.emlyon.connect.api.fact.Fact;
import java.util.Set;

/** What happened, as projections read it. Positions ascend in the order of commits, so nothing appears behind a reader. */
public interface History {

    /** The next facts of the given kinds behind a position, at most so many. */
    FactPage after(long position, Set<Class<? extends Fact>> kinds, int most);

    /** The same, but nothing behind the end. */
    FactPage between(long position, long end, Set<Class<? extends Fact>> kinds, int most);

    /** How many facts of the given kinds there are up to a position. */
    long count(long upTo, Set<Class<? extends Fact>> kinds);
}
