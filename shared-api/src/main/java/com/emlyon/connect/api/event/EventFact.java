package com.emlyon.connect.api.event;

import com.emlyon.connect.api.fact.Fact;

/** What happens to a campus event. */
public sealed interface EventFact extends Fact
        permits EventCreated, EventUpdated, EventCancelled, EventJoined, EventLeft {

    /** The campus event to which it happened. */
    EventId event();
}
