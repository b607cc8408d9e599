package com.emlyon.connect.app.live;

import java.time.Duration;

/** Is called by the thread that follows what readers are shown, but for {@link #isInterested()}, which any thread may ask. */
public interface LookObserver {

    /** Whether there is a reason to look as soon as something has changed. */
    boolean isInterested();

    /** After how long there has to be a look, also when nothing has changed. */
    Duration untilNextLook();

    /** A look begins. */
    void looking();

    /** There was a look, which may have found changes; the next one does not find them again. */
    void looked(Look look);

    /** The look that has begun failed, or what was to be made of it. */
    void failed();
}
