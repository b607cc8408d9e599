package com.emlyon.library;

import com.emlyon.platform.eventstore.personal.PersonId;
import com.fasterxml.jackson.annotation.JsonValue;

/** The id of a person who borrows books. */
record ReaderId(@JsonValue String value) implements PersonId {

    /** The value itself: it is also the name of the reader's stream. */
    @Override
    public String toString() {
        return value;
    }
}
