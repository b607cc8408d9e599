package com.emlyon.connect.api.account;

import com.emlyon.connect.api.fact.ExportedTo;
import com.emlyon.connect.api.fact.Recipient;
import com.emlyon.platform.eventstore.fact.StoredAs;
import com.emlyon.platform.eventstore.personal.Personal;
import java.time.Instant;

/** A student has changed the name of the account. */
@ExportedTo(Recipient.STUDENT_OF_THE_STREAM)
@StoredAs(value = "AccountRenamed", revision = "2")
public record AccountRenamed(AccountId account, Personal<String> name, Instant at) implements AccountFact {}
