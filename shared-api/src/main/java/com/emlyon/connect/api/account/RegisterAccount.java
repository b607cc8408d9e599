package com.emlyon.connect.api.account;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A student asks for an account; without an avatar of their own they get a drawn one.
 *
 * @param formerKeys those of the same address in forms in which accounts of before may have it
 */
public record RegisterAccount(
        AccountId account,
        EmailAddress email,
        EmailKey emailKey,
        Set<EmailKey> formerKeys,
        PasswordHash passwordHash,
        String name,
        String promotion,
        Optional<String> avatarUrl,
        Instant at)
        implements AccountCommand {}
