package com.emlyon.connect.command;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.platform.eventstore.personal.PersonId;
import com.emlyon.platform.eventstore.personal.Personal;
import com.emlyon.platform.eventstore.personal.PersonalDataReader;
import java.util.Collection;
import java.util.Optional;

/** Where nothing is stored, nothing is encrypted: what was said is at hand, unless the person has gone. */
public record Decrypted(boolean gone) implements PersonalDataReader {

    /** Of persons who are there. */
    public static final PersonalDataReader VAULT = new Decrypted(false);

    @Override
    public <T> Optional<T> decrypt(Personal<T> said, Class<T> type) {
        return said instanceof Personal.Clear<T>(AccountId person, T value) && !gone
                ? Optional.of(value)
                : Optional.empty();
    }

    @Override
    public void expect(Collection<? extends PersonId> persons) {}
}
