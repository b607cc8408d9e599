package com.emlyon.connect.api.account;

import com.emlyon.connect.api.fact.ExportedTo;
import com.emlyon.connect.api.fact.Recipient;
import com.emlyon.platform.eventstore.fact.StoredAs;
import com.emlyon.platform.eventstore.personal.Personal;
import java.time.Instant;

/** A student has registered. */
@ExportedTo(Recipient.STUDENT_OF_THE_STREAM)
@StoredAs(value = "AccountRegistered", revision = "2")
public record AccountRegistered(
        AccountId account,
        EmailKey emailKey,
        Personal<String> email,
        Personal<String> name,
        Personal<String> promotion,
        Personal<String> avatarUrl,
        Instant at)
        implements AccountFact {}
