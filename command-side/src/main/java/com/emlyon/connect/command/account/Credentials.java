package com.emlyon.connect.command.account;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.EmailKey;
import com.emlyon.connect.api.account.PasswordHash;
import com.emlyon.connect.api.account.SessionId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The credentials of accounts. They are not stored as facts, because they are deleted together with the account. All
 * changes take effect in the same transaction that appends the facts of the command being handled, or not at all.
 */
public interface Credentials {

    /** Stores the password hash of the account that is being registered. */
    void keep(AccountId account, EmailKey emailKey, PasswordHash passwordHash);

    /** Whether an account exists that has one of the email addresses. */
    boolean isKeptFor(Set<EmailKey> emailKeys);

    /** Whether this is the current password hash of the account. */
    boolean isKept(AccountId account, PasswordHash passwordHash);

    /**
     * Replaces the password hash, and ends all sessions and tokens of the account except the session that continues.
     */
    void replace(AccountId account, PasswordHash passwordHash, Optional<SessionId> goesOn, Instant at);

    /** Deletes the credentials of the account that is being deleted. */
    void forget(AccountId account);
}
