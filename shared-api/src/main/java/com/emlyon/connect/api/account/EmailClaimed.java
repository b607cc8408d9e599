package com.emlyon.connect.api.account;

import com.emlyon.connect.api.fact.ExportedTo;
import com.emlyon.connect.api.fact.Recipient;
import com.emlyon.platform.eventstore.fact.StoredAs;
import java.time.Instant;

/** An email address belongs to an account from now on. */
@ExportedTo(Recipient.HOLDER_OF_THE_ADDRESS)
@StoredAs("EmailClaimed")
public record EmailClaimed(EmailKey emailKey, AccountId account, Instant at) implements EmailFact {}
