package com.emlyon.connect.command;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.platform.eventstore.personal.PersonId;
import com.emlyon.platform.eventstore.personal.Personal;
import com.emlyon.platform.eventstore.personal.Vault;
import java.util.Collection;
import java.util.Optional;

/** Where nothing is stored, nothing is sealed: what was said is at hand, unless the person has gone. */
public record Unsealed(boolean gone) implements Vault {

    /** Of persons who are there. */
    public static final Vault VAULT = new Unsealed(false);

    @Override
    public <T> Optional<T> open(Personal<T> said, Class<T> type) {
        return said instanceof Personal.Clear<T>(AccountId person, T value) && !gone
                ? Optional.of(value)
                : Optional.empty();
    }

    @Override
    public void expect(Collection<? extends PersonId> persons) {}
}
