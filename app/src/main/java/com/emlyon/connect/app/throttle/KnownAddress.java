package com.emlyon.connect.app.throttle;

import java.time.Instant;

/**
 * An address from which an account has logged in, as a hash that only shows whether another one is the same, and the
 * time of the last login from it.
 */
public record KnownAddress(String hash, Instant used) {}
