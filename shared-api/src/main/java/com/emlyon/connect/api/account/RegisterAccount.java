package com.emlyon.connect.api.account;

import java.time.Instant;
import java.util.Optional;

/** A student asks for an account; without an avatar of their own they get a drawn one. */
public record RegisterAccount(
        AccountId account,
        EmailAddress email,
        EmailKey emailKey,
        PasswordHash passwordHash,
        String name,
        String promotion,
        Optional<String> avatarUrl,
        Instant at)
        implements AccountCommand {}
