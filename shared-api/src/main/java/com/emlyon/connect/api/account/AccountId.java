package com.emlyon.connect.api.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names an account. The value is a UUID when we made it; a client may send anything, which then is simply unknown. */
public record AccountId(@JsonValue String value) {

    /** Takes the value as it came. */
    @JsonCreator
    public AccountId {}

    /** A new, never used id. */
    public static AccountId random() {
        return new AccountId(UUID.randomUUID().toString());
    }

    /** The value itself: it is also the name of the account's stream. */
    @Override
    public String toString() {
        return value;
    }
}
