package com.emlyon.connect.api.account;

import com.emlyon.connect.api.fact.ExportedTo;
import com.emlyon.connect.api.fact.Recipient;
import com.emlyon.platform.eventstore.fact.StoredAs;
import java.time.Instant;

/** A student has deleted the account; it will not be restored. */
@ExportedTo(Recipient.STUDENT_OF_THE_STREAM)
@StoredAs("AccountDeleted")
public record AccountDeleted(AccountId account, Instant at) implements AccountFact {}
