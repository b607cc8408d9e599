package com.emlyon.connect.api.account;

import java.util.UUID;

/** Names a session: the time from a login to its end. A client may send anything, which then is simply unknown. */
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
