package com.emlyon.connect.contract;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as the tests read and write it. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static JsonNode parse(String text) {
        return MAPPER.readTree(text);
    }

    /** The text as a JSON string, quotes included. */
    static String quoted(String text) {
        return MAPPER.writeValueAsString(text);
    }
}
