package com.emlyon.connect.promise;

import tools.jackson.databind.JsonNode;

/** A fact as it lies in {@code store.fact}. */
record StoredFact(
        long position, String stream, long sequence, String type, String id, JsonNode payload, JsonNode metadata) {

    /** A component of the fact; empty when it is not there. */
    String says(String component) {
        return payload.path(component).asString("");
    }

    /** Where the fact comes from, such as {@code cause}; empty when it is not said. */
    String origin(String key) {
        return metadata.path(key).asString("");
    }
}
