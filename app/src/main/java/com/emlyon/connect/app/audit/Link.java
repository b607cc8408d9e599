package com.emlyon.connect.app.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * An entry as a part of the chain.
 *
 * @param previous the hash of the entry before it, as stored in this entry
 * @param hash its own hash, as stored
 * @param content all hashed fields of the entry, one line each
 */
record Link(long number, String previous, String hash, String content) {

    /** Whether the stored hash is that of the content. */
    boolean isUnchanged() {
        return hash.equals(HexFormat.of().formatHex(sha256(previous + "\n" + content)));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
