package com.emlyon.connect.app.feed;

import com.emlyon.connect.app.websocket.SharedText;
import java.util.List;
import java.util.Optional;

/** The frames still to be sent to one client; called by the client's own thread whenever it is ready to send. */
sealed interface Outbox permits ConflatingOutbox, DeltaOutbox {

    /** Removes and returns the next frames, in order. */
    List<SharedText> take();

    /** The frame to send when there has been nothing else to send for a while; empty for none. */
    Optional<SharedText> breakSilence();
}
