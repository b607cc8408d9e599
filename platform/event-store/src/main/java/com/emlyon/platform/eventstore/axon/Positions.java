package com.emlyon.platform.eventstore.axon;

import java.util.OptionalLong;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/** The position in a tracking token. */
final class Positions {

    private Positions() {}

    /** The position up to which all facts were read; 0 at the beginning of history. */
    static long of(@Nullable TrackingToken token) {
        if (token == null) {
            return 0;
        }
        OptionalLong position = token.position();
        return position.orElseThrow(() -> new IllegalArgumentException("A token without a position: " + token));
    }
}
