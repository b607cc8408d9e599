package com.emlyon.connect.api.account;

import com.emlyon.connect.api.fact.ExportedTo;
import com.emlyon.connect.api.fact.Recipient;
import com.emlyon.platform.eventstore.fact.StoredAs;
import java.time.Instant;

/** An email address is available again. */
@ExportedTo(Recipient.HOLDER_OF_THE_ADDRESS)
@StoredAs("EmailReleased")
public record EmailReleased(EmailKey emailKey, AccountId account, Instant at) implements EmailFact {}
