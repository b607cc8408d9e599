package com.emlyon.connect.api.event;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.fact.ExportedTo;
import com.emlyon.connect.api.fact.Recipient;
import com.emlyon.platform.eventstore.fact.StoredAs;
import java.time.Instant;

/** A student has left an event. */
@ExportedTo(Recipient.NAMED_STUDENT)
@StoredAs("EventLeft")
public record EventLeft(EventId event, AccountId account, Instant at) implements EventFact {}
