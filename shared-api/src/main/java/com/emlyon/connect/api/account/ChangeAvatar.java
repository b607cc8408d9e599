package com.emlyon.connect.api.account;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A student has uploaded a picture, kept at the given URL, and wants to be shown with it. */
public record ChangeAvatar(@TargetAggregateIdentifier AccountId account, String avatarUrl, Instant at)
        implements AccountCommand {}
