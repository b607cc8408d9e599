package com.emlyon.connect.app.live;

import java.time.Duration;

/**
 * Observes the looks of the live read model. Its thread calls all methods, except {@link #isInterested()}, which any
 * thread may call.
 */
public interface LookObserver {

    /** Whether the thread has to look as soon as something has changed. */
    boolean isInterested();

    /** The longest time until the next look, even when nothing has changed. */
    Duration untilNextLook();

    /** Called when a look begins. */
    void looking();

    /** Called after a look, which may have found changes; the next look does not report them again. */
    void looked(Look look);

    /** Called when the look, or the processing of its result, has failed. */
    void failed();
}
