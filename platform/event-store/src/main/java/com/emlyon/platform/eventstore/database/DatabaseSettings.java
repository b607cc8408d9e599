package com.emlyon.platform.eventstore.database;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the database counts as unreachable.
 *
 * @param longestSilence the longest time in which it has to answer a trivial statement
 * @param checkInterval the time between two checks
 * @param applicationName the beginning of the names of connections that have a purpose of their own, by which the
 *     processes of one application are counted
 */
@ConfigurationProperties("event-store.database")
public record DatabaseSettings(
        @DefaultValue("1s") Duration longestSilence,
        @DefaultValue("250ms") Duration checkInterval,
        @DefaultValue("event-store") String applicationName) {

    /** Checks that both times are at least a millisecond. */
    public DatabaseSettings {
        if (longestSilence.toMillis() < 1 || checkInterval.toMillis() < 1) {
            throw new IllegalArgumentException("event-store.database.*: at least a millisecond");
        }
    }
}
