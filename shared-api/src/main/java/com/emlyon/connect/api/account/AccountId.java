package com.emlyon.connect.api.account;

import com.emlyon.platform.eventstore.personal.PersonId;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * The id of an account. It is a UUID when this service made it; a client may send any text, which is then simply
 * unknown.
 */
public record AccountId(@JsonValue String value) implements PersonId {

    /** Accepts any value. */
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
