package com.emlyon.connect.app.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a node keeps the lists of readers in memory.
 *
 * @param enabled whether lists are served from memory; otherwise they are read from the tables, and memory follows
 *     history only while clients are connected to the feed
 * @param longestWait how long a reader waits for memory to be as far as the tables; after that the list is read from
 *     the tables
 * @param longestLag how long memory waits for a table that lacks a fact which another one has; after that it reads all
 *     tables again
 */
@ConfigurationProperties("connect.live-read-model")
public record LiveReadModelSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("100ms") Duration longestWait,
        @DefaultValue("1s") Duration longestLag) {

    public LiveReadModelSettings {
        if (!longestWait.isPositive()) {
            throw new IllegalArgumentException("connect.live-read-model.longest-wait: longer than nothing");
        }
        if (!longestLag.isPositive()) {
            throw new IllegalArgumentException("connect.live-read-model.longest-lag: longer than nothing");
        }
    }
}
