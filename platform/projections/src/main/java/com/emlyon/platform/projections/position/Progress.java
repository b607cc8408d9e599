package com.emlyon.platform.projections.position;

/**
 * Is notified on this node of the position that a view has reached: after the commit, or when no fact up to a position
 * concerns the view.
 */
public interface Progress {

    /** Readers see all facts up to a position, except parked ones. */
    void reached(String projection, long position);

    /** Some facts up to the position are parked; called before {@link #reached} for that position. */
    default void parked(String projection, long position) {}
}
