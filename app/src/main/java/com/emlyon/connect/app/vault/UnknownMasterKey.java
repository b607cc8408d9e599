package com.emlyon.connect.app.vault;

import com.emlyon.connect.api.account.KeyUnavailable;

/** What lies in the database was wrapped by a master key that this node does not know. */
public final class UnknownMasterKey extends KeyUnavailable {

    UnknownMasterKey(String name) {
        super(sentence(name));
    }

    /** What operators have to do about it. */
    static String sentence(String name) {
        return ("The keys in the database were wrapped by another master key (%s): give that one as MASTER_KEY, or in"
                        + " MASTER_KEYS_ACCEPTED.")
                .formatted(name);
    }
}
