package com.emlyon.connect.app.throttle;

import java.time.Instant;

/** From where somebody has logged in, as a hash that tells nothing but whether another one is the same, and when last. */
public record KnownAddress(String hash, Instant used) {}
