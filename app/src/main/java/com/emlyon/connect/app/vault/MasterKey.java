package com.emlyon.connect.app.vault;

/**
 * Wraps the keys that lie in the database, and is itself nowhere near it. Whoever has a key management service declares a bean
 * that asks it; otherwise it comes from the configuration.
 */
public interface MasterKey {

    /** Which key this is, noted beside what it wraps; tells nothing about it. */
    String name();

    /** Wraps a key, for one purpose only: it cannot be unwrapped for another. */
    byte[] wrap(byte[] key, String purpose);

    /**
     * The key that was wrapped.
     *
     * @throws IllegalStateException when it was wrapped by another master key, for another purpose, or has been changed; a
     *     service that cannot be asked just now throws anything else
     */
    byte[] unwrap(byte[] wrapped, String purpose);
}
