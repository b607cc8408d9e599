package com.emlyon.connect.api.account;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A student wants to be called otherwise. */
public record RenameAccount(@TargetAggregateIdentifier AccountId account, String name, Instant at)
        implements AccountCommand {}
