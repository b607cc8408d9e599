package com.emlyon.connect.api.account;

import java.time.Instant;
import java.util.Optional;

/**
 * A student who has proven to know the present password wants another one, and to be logged out everywhere else.
 *
 * @param present the hash of the password that was proven
 * @param next the hash of the new one
 * @param goesOn the session that does not end
 */
public record ChangePassword(
        AccountId account, PasswordHash present, PasswordHash next, Optional<SessionId> goesOn, Instant at)
        implements AccountCommand {}
