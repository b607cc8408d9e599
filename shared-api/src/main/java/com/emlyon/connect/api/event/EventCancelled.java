package com.emlyon.connect.api.event;

import com.emlyon.connect.api.fact.ExportedTo;
import com.emlyon.connect.api.fact.Recipient;
import com.emlyon.platform.eventstore.fact.StoredAs;
import java.time.Instant;

/** The event was cancelled; it will not be restored. */
@ExportedTo(Recipient.CREATOR_OF_THE_EVENT)
@StoredAs("EventCancelled")
public record EventCancelled(EventId event, Instant at) implements EventFact {}
