package com.emlyon.connect.query.generation;

/** The channels on which views are spoken of, through PostgreSQL's NOTIFY: heard when, and only if, a transaction commits. */
public final class Channels {

    /** Rows that readers see have changed; the message is the name of the projection. */
    public static final String VIEW_CHANGED = "view_changed";

    /** Facts have been processed up to a position; the message is the name of who did it, a space, and the position. */
    public static final String POSITION_REACHED = "position_reached";

    /**
     * Some of the facts up to a position are parked, so rows do not say all that history says. Said before the position is
     * said to be reached, with the same message.
     */
    public static final String FACTS_PARKED = "facts_parked";

    /** Somebody wants a projection to be rebuilt, or not any more; the message is its name. */
    public static final String REBUILD_ASKED = "rebuild_asked";

    private Channels() {}
}
