package com.emlyon.connect.api.account;

import com.emlyon.connect.api.fact.ExportedTo;
import com.emlyon.connect.api.fact.Recipient;
import com.emlyon.platform.eventstore.fact.StoredAs;
import java.time.Instant;

/** A student has changed the password; no fact contains passwords or hashes. */
@ExportedTo(Recipient.STUDENT_OF_THE_STREAM)
@StoredAs("PasswordChanged")
public record PasswordChanged(AccountId account, Instant at) implements AccountFact {}
