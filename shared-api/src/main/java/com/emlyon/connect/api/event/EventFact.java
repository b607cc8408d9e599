package com.emlyon.connect.api.event;

import com.emlyon.platform.eventstore.fact.Fact;

/** The facts of a campus event. */
public sealed interface EventFact extends Fact
        permits EventCreated, EventUpdated, EventCancelled, EventJoined, EventLeft {

    /** The campus event that the fact is about. */
    EventId event();
}
