package com.emlyon.connect.api.account;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Changes the name of an account. */
public record RenameAccount(@TargetAggregateIdentifier AccountId account, String name, Instant at)
        implements AccountCommand {}
