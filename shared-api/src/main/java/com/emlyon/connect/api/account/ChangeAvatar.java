package com.emlyon.connect.api.account;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Sets the avatar of an account to an uploaded picture, which is stored at the given URL. */
public record ChangeAvatar(@TargetAggregateIdentifier AccountId account, String avatarUrl, Instant at)
        implements AccountCommand {}
