package com.emlyon.platform.eventstore.personal;

/**
 * A key that cannot be used without a master key.
 *
 * @param master the name of the master key
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Wrapped(String master, byte[] key) {}
