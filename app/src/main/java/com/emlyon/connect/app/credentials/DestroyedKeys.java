package com.emlyon.connect.app.credentials;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.command.account.PersonKeys;
import com.emlyon.platform.eventstore.axon.TransactionalWrites;
import org.springframework.stereotype.Component;

/**
 * Destroys keys of persons in the transaction of the facts of the command. A person without a key gets a destroyed one,
 * so that no key is made later.
 */
@Component
class DestroyedKeys implements PersonKeys {

    @Override
    public void destroy(AccountId account) {
        TransactionalWrites.add("""
                INSERT INTO store.person_key (person) VALUES (?)
                ON CONFLICT (person) DO UPDATE SET master = NULL, wrapped = NULL
                """, account.value());
    }
}
