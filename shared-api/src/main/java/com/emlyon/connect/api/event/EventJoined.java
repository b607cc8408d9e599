package com.emlyon.connect.api.event;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.fact.ExportedTo;
import com.emlyon.connect.api.fact.Recipient;
import com.emlyon.platform.eventstore.fact.StoredAs;
import java.time.Instant;

/** A student has joined an event. */
@ExportedTo(Recipient.NAMED_STUDENT)
@StoredAs("EventJoined")
public record EventJoined(EventId event, AccountId account, Instant at) implements EventFact {}
