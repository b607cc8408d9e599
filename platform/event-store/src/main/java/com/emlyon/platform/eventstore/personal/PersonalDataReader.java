package com.emlyon.platform.eventstore.personal;

import java.util.Collection;
import java.util.Optional;

/** Decrypts values that were encrypted with the keys of persons. */
public interface PersonalDataReader {

    /**
     * The decrypted value; empty once the person is erased.
     *
     * @throws KeyUnavailable when the person has a key, but this node cannot decrypt the value
     */
    <T> Optional<T> decrypt(Personal<T> encrypted, Class<T> type);

    /** The decrypted text, as {@link #decrypt}. */
    default Optional<String> text(Personal<String> encrypted) {
        return decrypt(encrypted, String.class);
    }

    /** Loads the keys of many persons at once, for a caller that is about to decrypt values of each of them. */
    void expect(Collection<? extends PersonId> persons);
}
