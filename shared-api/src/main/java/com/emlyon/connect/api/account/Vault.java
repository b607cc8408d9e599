package com.emlyon.connect.api.account;

import java.util.Collection;
import java.util.Optional;

/** Opens what was sealed with the keys of persons. */
public interface Vault {

    /**
     * What was said; empty for ever once the person has deleted their account.
     *
     * @throws KeyUnavailable when the person lives, and this node cannot open it
     */
    <T> Optional<T> open(Personal<T> sealed, Class<T> type);

    /** A text that was said, as {@link #open}. */
    default Optional<String> text(Personal<String> sealed) {
        return open(sealed, String.class);
    }

    /** Gets hold of the keys of many persons at once, for whoever is going to open what was said about each of them. */
    void expect(Collection<AccountId> persons);
}
