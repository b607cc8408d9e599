package com.emlyon.connect.api.account;

import java.util.UUID;

/**
 * The id of a session, which lasts from a login to its end. A client may send any text, which is then simply unknown.
 */
public record SessionId(String value) {

    /** A new, never used id. */
    public static SessionId random() {
        return new SessionId(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
