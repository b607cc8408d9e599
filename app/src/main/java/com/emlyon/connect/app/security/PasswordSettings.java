package com.emlyon.connect.app.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How passwords are hashed, and which are refused.
 *
 * @param cost the cost of bcrypt: each increment doubles the time; hashes of another cost stay valid
 * @param mostWaiting how many requests may wait for a hash
 * @param longestWait how long a request waits for one
 * @param refuseCommon whether the most common passwords are refused
 */
@ConfigurationProperties("connect.passwords")
record PasswordSettings(
        @DefaultValue("12") int cost,
        @DefaultValue("128") int mostWaiting,
        @DefaultValue("20s") Duration longestWait,
        @DefaultValue("true") boolean refuseCommon) {

    private static final int LOWEST = 4;

    /** A hash of this cost takes five seconds; with the 31 that bcrypt permits it would take days. */
    private static final int HIGHEST = 16;

    PasswordSettings {
        if (cost < LOWEST || cost > HIGHEST) {
            throw new IllegalArgumentException("connect.passwords.cost: from 4 to 16");
        }
    }
}
