package com.emlyon.connect.command.account;

import com.emlyon.connect.api.account.AccountId;

/** The keys that encrypt personal data, one for each person. */
public interface PersonKeys {

    /**
     * Destroys the key of the account that is being deleted, in the same transaction that appends the facts of the
     * command. From then on no one can decrypt the personal data of that account.
     */
    void destroy(AccountId account);
}
