package com.emlyon.connect.api.account;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Registers an account; without an avatar of the student's own, it gets a drawn one.
 *
 * @param formerKeys the keys of the former forms of the email address, which older accounts may have
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
