package com.emlyon.connect.app.store;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.command.account.PersonKeys;
import org.springframework.stereotype.Component;

/** Destroys keys of persons with the facts of the command that concerns them. Whoever never had one gets none any more. */
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
