package com.emlyon.connect.app.fields;

import com.emlyon.connect.app.text.VisibleText;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Converts JSON values to those of fields; throws {@link Mistyped} for a value that a field does not accept. */
final class FieldValues {

    private FieldValues() {}

    /** A JSON number; a text that looks like one is not accepted. */
    static @Nullable Double number(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isNumber()) {
            throw new Mistyped();
        }
        return value.doubleValue();
    }

    /** A JSON string, unchanged. */
    static @Nullable String verbatim(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw new Mistyped();
        }
        return storable(value.stringValue());
    }

    /** The visible part of a JSON string, or of a number or boolean as its text. */
    static @Nullable String trimmed(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isValueNode()) {
            throw new Mistyped();
        }
        return VisibleText.of(storable(value.asString()));
    }

    /** Refuses what PostgreSQL cannot store: NUL, and halves of surrogate pairs. */
    private static String storable(String text) {
        if (text.indexOf('\u0000') >= 0) {
            throw new Mistyped();
        }
        try {
            StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        } catch (CharacterCodingException halfPair) {
            throw new Mistyped();
        }
        return text;
    }
}
