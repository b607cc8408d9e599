package com.emlyon.connect.api.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * The id of a campus event. It is a UUID when this service made it; a client may send any text, which is then simply
 * unknown.
 */
public record EventId(@JsonValue String value) {

    /** Accepts any value. */
    @JsonCreator
    public EventId {}

    /** A new, never used id. */
    public static EventId random() {
        return new EventId(UUID.randomUUID().toString());
    }

    /** The value itself: it is also the name of the event's stream. */
    @Override
    public String toString() {
        return value;
    }
}
