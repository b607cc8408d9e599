package com.emlyon.connect.app.availability;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the database counts as unreachable.
 *
 * @param longestSilence the time in which it has to answer the simplest question
 * @param checkInterval how often it is asked
 */
@ConfigurationProperties("connect.database")
public record DatabaseSettings(
        @DefaultValue("1s") Duration longestSilence,
        @DefaultValue("250ms") Duration checkInterval) {

    /** Refuses times that are no times. */
    public DatabaseSettings {
        if (longestSilence.toMillis() < 1 || checkInterval.toMillis() < 1) {
            throw new IllegalArgumentException("connect.database.*: at least a millisecond");
        }
    }
}
