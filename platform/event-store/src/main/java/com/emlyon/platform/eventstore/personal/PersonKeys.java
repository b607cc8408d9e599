package com.emlyon.platform.eventstore.personal;

import com.emlyon.platform.eventstore.append.TransactionalWrite;
import java.sql.PreparedStatement;

/** Erases persons: what is encrypted with the key of a person cannot be read any more once the key is destroyed. */
public final class PersonKeys {

    private static final String DESTROY = """
            INSERT INTO store.person_key (person) VALUES (?)
            ON CONFLICT (person) DO UPDATE SET master = NULL, wrapped = NULL
            """;

    private PersonKeys() {}

    /**
     * Destroys the key of a person in the transaction of the facts that say so. A person without a key gets a destroyed
     * one, so that no key is made later.
     */
    public static TransactionalWrite destructionOf(PersonId person) {
        return transaction -> {
            try (PreparedStatement destruction = transaction.prepareStatement(DESTROY)) {
                destruction.setString(1, person.value());
                destruction.executeUpdate();
            }
        };
    }
}
