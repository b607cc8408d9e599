package com.emlyon.connect.contract;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as the tests read and write it. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /** Reads a JSON text. */
    public static JsonNode parse(String text) {
        return MAPPER.readTree(text);
    }

    /** The text as a JSON string, quotes included. */
    public static String quoted(String text) {
        return MAPPER.writeValueAsString(text);
    }
}
