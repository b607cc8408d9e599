package com.emlyon.connect.query.follow;

/** Is told on this node how far a view has come: after the commit, or when there was nothing to do up to a position. */
public interface Progress {

    /** Readers see what history says up to a position. */
    void reached(String projection, long position);

    /** Not all of it, because some facts up to there are parked; said before the position is said to be reached. */
    default void parked(String projection, long position) {}
}
