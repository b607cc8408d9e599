package com.emlyon.connect.app.credentials;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.command.account.PersonKeys;
import com.emlyon.platform.eventstore.axon.TransactionalWrites;
import org.springframework.stereotype.Component;

/** Destroys keys of persons in the transaction of the facts of the command. */
@Component
class DestroyedKeys implements PersonKeys {

    @Override
    public void destroy(AccountId account) {
        TransactionalWrites.add(com.emlyon.platform.eventstore.personal.PersonKeys.destructionOf(account));
    }
}
