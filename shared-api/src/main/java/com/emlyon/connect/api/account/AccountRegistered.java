package com.emlyon.connect.api.account;

import com.emlyon.connect.api.fact.ExportedTo;
import com.emlyon.connect.api.fact.Recipient;
import com.emlyon.connect.api.fact.StoredAs;
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
