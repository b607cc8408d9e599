package com.emlyon.connect.app.fields;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads the fields of a form, {@code application/x-www-form-urlencoded}. */
final class FormParser {

    private final JsonMapper json;

    FormParser(JsonMapper json) {
        this.json = json;
    }

    /** A field given twice becomes a list, which no field accepts. */
    ObjectNode parse(byte[] body) {
        ObjectNode fields = json.createObjectNode();
        for (String pair : new String(body, StandardCharsets.ISO_8859_1).split("&")) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty()) {
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                if (fields.has(name)) {
                    fields.putArray(name);
                } else {
                    fields.put(name, value);
                }
            }
        }
        return fields;
    }

    /** Each byte is sent as itself or as an escape; together the bytes must be UTF-8. */
    private static String decode(String bytes) {
        try {
            return Utf8.decode(
                    URLDecoder.decode(bytes, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException badEscape) {
            throw BodyRefused.unreadable();
        }
    }
}
