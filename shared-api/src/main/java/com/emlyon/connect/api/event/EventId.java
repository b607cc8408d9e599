package com.emlyon.connect.api.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names a campus event. The value is a UUID when we made it; a client may send anything, which then is simply unknown. */
public record EventId(@JsonValue String value) {

    /** Takes the value as it came. */
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
