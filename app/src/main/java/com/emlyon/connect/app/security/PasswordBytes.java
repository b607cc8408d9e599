package com.emlyon.connect.app.security;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The part of a password that bcrypt uses. */
final class PasswordBytes {

    /**
     * The first 72 bytes in UTF-8, even when they end inside a character: there are hashes of longer passwords, from
     * before those were refused.
     */
    private static final int MOST = 72;

    private PasswordBytes() {}

    static byte[] of(String password) {
        byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
        return bytes.length <= MOST ? bytes : Arrays.copyOf(bytes, MOST);
    }
}
