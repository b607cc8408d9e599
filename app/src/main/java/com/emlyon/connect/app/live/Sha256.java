package com.emlyon.connect.app.live;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Digests that tell contents apart. */
final class Sha256 {

    /** Enough that two contents with the same digest cannot be found. */
    private static final int BYTES = 20;

    private final MessageDigest digest;

    Sha256() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    void add(byte[] bytes) {
        digest.update(bytes);
    }

    /** Of these bytes alone. */
    byte[] of(byte[] bytes) {
        add(bytes);
        return take();
    }

    /** Of all that was added since the last one. */
    byte[] take() {
        return Arrays.copyOf(digest.digest(), BYTES);
    }
}
