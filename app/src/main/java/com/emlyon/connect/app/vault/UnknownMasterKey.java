package com.emlyon.connect.app.vault;

import com.emlyon.connect.api.account.KeyUnavailable;

/** Thrown when a key in the database was wrapped by a master key that this node does not know. */
public final class UnknownMasterKey extends KeyUnavailable {

    UnknownMasterKey(String name) {
        super(sentence(name));
    }

    /** The sentence that tells operators what to do. */
    static String sentence(String name) {
        return ("The keys in the database were wrapped by another master key (%s): give that one as MASTER_KEY, or in"
                        + " MASTER_KEYS_ACCEPTED.")
                .formatted(name);
    }
}
