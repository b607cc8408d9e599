package com.emlyon.connect.api.account;

import com.emlyon.connect.api.fact.ExportedTo;
import com.emlyon.connect.api.fact.Recipient;
import com.emlyon.platform.eventstore.fact.StoredAs;
import java.time.Instant;

/**
 * A student has uploaded another picture. Its address is random: it says nothing about the student. It must stay
 * readable, because the picture is deleted together with the account.
 */
@ExportedTo(Recipient.STUDENT_OF_THE_STREAM)
@StoredAs("AvatarChanged")
public record AvatarChanged(AccountId account, String avatarUrl, Instant at) implements AccountFact {}
