package com.emlyon.connect.command.account;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.EmailKey;
import com.emlyon.connect.api.account.PasswordHash;

/**
 * What proves who somebody is. Credentials are no facts: they are forgotten when the account goes. Both changes take
 * effect in the very transaction that appends the facts of the command being handled, or not at all.
 */
public interface Credentials {

    /** Keeps the hash for the account that is being registered. */
    void keep(AccountId account, EmailKey emailKey, PasswordHash passwordHash);

    /** Forgets the account that is being deleted. */
    void forget(AccountId account);
}
