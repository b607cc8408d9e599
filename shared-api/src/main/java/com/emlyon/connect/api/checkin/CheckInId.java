package com.emlyon.connect.api.checkin;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * The id of a check-in. It is a UUID when this service made it; a client may send any text, which is then simply
 * unknown.
 */
public record CheckInId(@JsonValue String value) {

    /** Accepts any value. */
    @JsonCreator
    public CheckInId {}

    /** A new, never used id. */
    public static CheckInId random() {
        return new CheckInId(UUID.randomUUID().toString());
    }

    /** The value itself. */
    @Override
    public String toString() {
        return value;
    }
}
