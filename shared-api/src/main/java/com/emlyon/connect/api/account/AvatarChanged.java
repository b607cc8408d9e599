package com.emlyon.connect.api.account;

import com.emlyon.connect.api.fact.ExportedTo;
import com.emlyon.connect.api.fact.Recipient;
import com.emlyon.connect.api.fact.StoredAs;
import java.time.Instant;

/**
 * A student is shown with another picture. Its address is a random one under which this service publishes it: it says nothing
 * about the student, and with the account the picture goes, for which the address must stay readable.
 */
@ExportedTo(Recipient.STUDENT_OF_THE_STREAM)
@StoredAs("AvatarChanged")
public record AvatarChanged(AccountId account, String avatarUrl, Instant at) implements AccountFact {}
