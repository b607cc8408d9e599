package com.emlyon.connect.app.projection;

/** What a projection is doing. */
public enum ProjectionState {
    /** It follows history. */
    SERVING,
    /** It follows history, and is being built again beside that. */
    REBUILDING,
    /** It, or its rebuild, does not get on at the moment; that is tried again, and what readers see stays. */
    FAILED
}
