package com.emlyon.connect.query.verify;

/** Is told what is found while tables are compared, so that nothing has to be remembered. */
public interface Observer {

    /** So many facts are folded, up to a position; the comparison will be at the goal, or a little behind it. */
    void folded(long facts, long position, long goal);

    /** The tables and history say different things. */
    void differs(Difference difference);
}
