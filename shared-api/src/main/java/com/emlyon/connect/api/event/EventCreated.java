package com.emlyon.connect.api.event;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.fact.ExportedTo;
import com.emlyon.connect.api.fact.Recipient;
import com.emlyon.platform.eventstore.fact.StoredAs;
import com.emlyon.platform.eventstore.personal.Personal;
import java.time.Instant;

/** A student has created an event; the creator takes part from the beginning. */
@ExportedTo(Recipient.NAMED_STUDENT)
@StoredAs(value = "EventCreated", revision = "2")
public record EventCreated(
        EventId event,
        AccountId creator,
        Personal<String> title,
        Personal<String> description,
        Instant date,
        Instant at)
        implements EventFact {}
