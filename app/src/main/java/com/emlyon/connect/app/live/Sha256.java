package com.emlyon.connect.app.live;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Digests that identify contents. Not thread-safe. */
final class Sha256 {

    /** Enough to make collisions infeasible. */
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

    /** The digest of these bytes alone. */
    byte[] of(byte[] bytes) {
        add(bytes);
        return take();
    }

    /** The digest of all bytes that were added since the last digest. */
    byte[] take() {
        return Arrays.copyOf(digest.digest(), BYTES);
    }
}
