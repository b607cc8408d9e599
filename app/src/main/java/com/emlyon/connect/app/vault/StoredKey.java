package com.emlyon.connect.app.vault;

import com.emlyon.connect.api.account.KeyUnavailable;

/** What the database has of the key of a person, as far as this node can use it. */
sealed interface StoredKey {

    /** A key at hand. */
    record Usable(PersonKey key) implements StoredKey {}

    /** The person has deleted their account: there will never be a key again. */
    record Destroyed() implements StoredKey {}

    /** The row does not fit its master key: another program has changed it, and nothing can be opened with it any more. */
    record Damaged() implements StoredKey {}

    /** There is a key, and another node may have what unwraps it; this one has not, or not now. */
    record Unavailable(KeyUnavailable reason) implements StoredKey {}
}
