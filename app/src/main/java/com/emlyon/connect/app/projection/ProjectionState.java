package com.emlyon.connect.app.projection;

/** The state of a projection. */
public enum ProjectionState {
    /** It is up to date or catching up, and no rebuild is running. */
    SERVING,
    /** It follows history, and a rebuild is running beside it. */
    REBUILDING,
    /** It, or its rebuild, fails at present. The failed work is retried, and readers still see the present tables. */
    FAILED
}
