package com.emlyon.platform.projections.verify;

/** Is notified of progress and differences while tables are compared, so that they need not be collected. */
public interface Observer {

    /**
     * So many facts are folded, up to a position; the comparison takes place at the goal, or at a slightly later
     * position.
     */
    void folded(long facts, long position, long goal);

    /** A table differs from history. */
    void differs(Difference difference);
}
