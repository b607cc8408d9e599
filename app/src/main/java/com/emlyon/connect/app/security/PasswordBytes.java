package com.emlyon.connect.app.security;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What bcrypt looks at of a password. */
final class PasswordBytes {

    /** The first 72 bytes in UTF-8, even where they end inside of a character; hashes of longer passwords exist from before that was refused. */
    private static final int MOST = 72;

    private PasswordBytes() {}

    static byte[] of(String password) {
        byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
        return bytes.length <= MOST ? bytes : Arrays.copyOf(bytes, MOST);
    }
}
