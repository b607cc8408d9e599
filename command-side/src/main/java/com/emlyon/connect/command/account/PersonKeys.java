package com.emlyon.connect.command.account;

import com.emlyon.connect.api.account.AccountId;

/** The keys with which what is said about persons is sealed. */
public interface PersonKeys {

    /**
     * Destroys the key of the account that is being deleted, in the very transaction that appends the facts of the command: what
     * was said about the person can be read by nobody from then on.
     */
    void destroy(AccountId account);
}
