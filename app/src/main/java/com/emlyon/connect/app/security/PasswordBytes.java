package com.emlyon.connect.app.security;

import java.nio.charset.StandardCharsets;

/** Cuts a password to the bytes that bcrypt looks at. */
final class PasswordBytes {

    private PasswordBytes() {}

    /** The longest beginning of the text that has at most so many bytes in UTF-8. */
    static String first(String text, int most) {
        if (text.getBytes(StandardCharsets.UTF_8).length <= most) {
            return text;
        }
        int bytes = 0;
        int end = 0;
        while (end < text.length()) {
            int character = text.codePointAt(end);
            bytes += Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > most) {
                break;
            }
            end += Character.charCount(character);
        }
        return text.substring(0, end);
    }
}
