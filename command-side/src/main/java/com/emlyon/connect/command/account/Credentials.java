package com.emlyon.connect.command.account;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.EmailKey;
import com.emlyon.connect.api.account.PasswordHash;
import com.emlyon.connect.api.account.SessionId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What proves who somebody is. Credentials are no facts: they are forgotten when the account goes. All changes take
 * effect in the very transaction that appends the facts of the command being handled, or not at all.
 */
public interface Credentials {

    /** Keeps the hash for the account that is being registered. */
    void keep(AccountId account, EmailKey emailKey, PasswordHash passwordHash);

    /** Whether an account exists that has one of the addresses. */
    boolean isKeptFor(Set<EmailKey> emailKeys);

    /** Whether this is the hash that is kept for the account at this moment. */
    boolean isKept(AccountId account, PasswordHash passwordHash);

    /** Keeps another hash from now on, and ends what was begun with the former one, but for the session that goes on. */
    void replace(AccountId account, PasswordHash passwordHash, Optional<SessionId> goesOn, Instant at);

    /** Forgets the account that is being deleted. */
    void forget(AccountId account);
}
