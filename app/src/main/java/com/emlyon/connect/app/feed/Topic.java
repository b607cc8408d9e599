package com.emlyon.connect.app.feed;

import com.emlyon.connect.query.Projections;

/** What the feed tells about; each topic is one kind of frame. */
enum Topic {
    CHECK_INS(Projections.CHECK_INS),
    EVENTS(Projections.EVENTS);

    private final String projection;

    Topic(String projection) {
        this.projection = projection;
    }

    /** Whether a change of the projection changes what this topic shows. */
    boolean shows(String changedProjection) {
        return projection.equals(changedProjection);
    }
}
