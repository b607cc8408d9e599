package com.emlyon.platform.projections.generation;

/**
 * The channels for messages about views, sent with PostgreSQL's NOTIFY: listeners receive a message when, and only if,
 * its transaction commits.
 */
public final class Channels {

    /** Rows that readers see have changed; the message is the name of the projection. */
    public static final String VIEW_CHANGED = "view_changed";

    /**
     * A processor has processed the facts up to a position; the message is the name of the processor, a space, and the
     * position.
     */
    public static final String POSITION_REACHED = "position_reached";

    /**
     * Some of the facts up to a position are parked, so the rows lack what those facts say. Sent before the message on
     * {@link #POSITION_REACHED}, with the same text.
     */
    public static final String FACTS_PARKED = "facts_parked";

    /** A rebuild of a projection was requested or cancelled; the message is the name of the projection. */
    public static final String REBUILD_ASKED = "rebuild_asked";

    private Channels() {}
}
