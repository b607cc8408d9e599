package com.emlyon.connect.app.feed;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.platform.eventstore.personal.PersonId;
import com.emlyon.platform.eventstore.personal.Personal;
import com.emlyon.platform.eventstore.personal.PersonalDataReader;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Keeps what is said about persons, until their key is destroyed. */
final class ModelCipher implements PersonalDataReader {

    private final Map<String, Object> said = new HashMap<>();
    private final Map<String, AccountId> persons = new HashMap<>();
    private final Set<AccountId> destroyed = new HashSet<>();
    private Runnable beforeOpening = () -> {};

    /** Runs something before each opening: the key may not be at hand. */
    void beforeOpening(Runnable action) {
        this.beforeOpening = action;
    }

    <T> Personal<T> encrypt(AccountId person, T value) {
        String text = "sealed " + said.size();
        said.put(text, value);
        persons.put(text, person);
        return Personal.encrypted(text);
    }

    void destroy(AccountId person) {
        destroyed.add(person);
    }

    @Override
    public <T> Optional<T> decrypt(Personal<T> encrypted, Class<T> type) {
        beforeOpening.run();
        String text = encrypted.asEncrypted();
        return destroyed.contains(persons.get(text))
                ? Optional.empty()
                : Optional.of(type.cast(Objects.requireNonNull(said.get(text))));
    }

    @Override
    public void expect(Collection<? extends PersonId> persons) {
        beforeOpening.run();
    }
}
