package com.emlyon.connect.api.account;

import java.time.Instant;
import java.util.Optional;

/**
 * Changes the password of an account, and ends all its other sessions. The student has proven to know the present
 * password.
 *
 * @param present the hash of the password that the student has proven to know
 * @param next the hash of the new one
 * @param goesOn the session that does not end; empty when all end
 */
public record ChangePassword(
        AccountId account, PasswordHash present, PasswordHash next, Optional<SessionId> goesOn, Instant at)
        implements AccountCommand {}
