package com.emlyon.platform.eventstore.personal;

/** The state of the key of a person in the database, as far as this node can use it. */
sealed interface StoredKey {

    /** An unwrapped key. */
    record Usable(PersonKey key) implements StoredKey {}

    /** The key is destroyed, because the person has deleted the account: there will never be another one. */
    record Destroyed() implements StoredKey {}

    /**
     * The row does not match its master key: another program has changed it, and nothing can be decrypted with it any
     * more.
     */
    record Damaged() implements StoredKey {}

    /** There is a key, but this node cannot unwrap it, or not at the moment; another node may be able to. */
    record Unavailable(KeyUnavailable reason) implements StoredKey {}
}
