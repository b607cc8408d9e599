package com.emlyon.connect.app.store;

import org.springframework.stereotype.Component;

/** Up to where history is known to have grown through this node. */
@Component
public class AppendedPosition {

    private final FactWriter writer;

    AppendedPosition(FactWriter writer) {
        this.writer = writer;
    }

    /** The position of the newest fact that this node has appended. */
    public long newest() {
        return writer.lastPosition();
    }
}
