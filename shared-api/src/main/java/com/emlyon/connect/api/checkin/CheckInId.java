package com.emlyon.connect.api.checkin;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names one check-in. The value is a UUID when we made it; a client may send anything, which then is simply unknown. */
public record CheckInId(@JsonValue String value) {

    /** Takes the value as it came. */
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
