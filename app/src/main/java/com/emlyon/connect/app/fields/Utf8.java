package com.emlyon.connect.app.fields;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Decodes UTF-8 strictly (RFC 3629): overlong forms, halves of surrogate pairs and truncated bytes are refused, not
 * replaced.
 */
final class Utf8 {

    private Utf8() {}

    static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw BodyRefused.unreadable();
        }
    }
}
