package com.emlyon.connect.api.event;

import com.emlyon.connect.api.fact.ExportedTo;
import com.emlyon.connect.api.fact.Recipient;
import com.emlyon.platform.eventstore.fact.StoredAs;
import com.emlyon.platform.eventstore.personal.Personal;
import java.time.Instant;

/** The title, description or date of an event has changed. */
@ExportedTo(Recipient.CREATOR_OF_THE_EVENT)
@StoredAs(value = "EventUpdated", revision = "2")
public record EventUpdated(
        EventId event, Personal<String> title, Personal<String> description, Instant date, Instant at)
        implements EventFact {}
