package com.emlyon.connect.app.feed;

import com.emlyon.connect.app.websocket.SharedText;
import java.util.List;
import java.util.Optional;

/** What is to be sent to one client; asked by the client's own thread whenever it is ready to send. */
sealed interface Outbox permits ConflatingOutbox, DeltaOutbox {

    /** The frames that come next, in order; they count as sent. */
    List<SharedText> take();

    /** What is said when there has been nothing to send for a while; empty when there is nothing to say then. */
    Optional<SharedText> breakSilence();
}
