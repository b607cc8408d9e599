package com.emlyon.platform.eventstore.personal;

/**
 * Wraps the keys in the database; the master key itself is never stored there. Operators with a key management service
 * declare a bean that calls it; otherwise the master key comes from the configuration.
 */
public interface MasterKey {

    /** The name of the key, stored beside the keys that it wraps; it reveals nothing about the key. */
    String name();

    /** Wraps a key, for one purpose only: it cannot be unwrapped for another. */
    byte[] wrap(byte[] key, String purpose);

    /**
     * Unwraps a key.
     *
     * @throws IllegalStateException when it was wrapped by another master key or for another purpose, or was changed;
     *     when a key management service does not answer, any other exception is thrown
     */
    byte[] unwrap(byte[] wrapped, String purpose);
}
