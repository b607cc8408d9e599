package com.emlyon.connect.app.feed;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Intervals and buffer sizes of the feed.
 *
 * @param pingInterval how often the service sends a ping to a client that gets full lists
 * @param heartbeatInterval how often it sends a ping, and a heartbeat, to a client that gets single changes
 * @param longestDelayOfLists how long changes are gathered before a full list is sent
 * @param longestOutage how long a client stays connected while the database is away
 * @param mostBytesKept how many bytes of sent changes are kept for clients that are slow or reconnect
 * @param compression whether frames are compressed, once for all clients that offer it
 */
@ConfigurationProperties("connect.feed")
record FeedSettings(
        @DefaultValue("25s") Duration pingInterval,
        @DefaultValue("10s") Duration heartbeatInterval,
        @DefaultValue("50ms") Duration longestDelayOfLists,
        @DefaultValue("5s") Duration longestOutage,
        @DefaultValue("4000000") int mostBytesKept,
        @DefaultValue("false") boolean compression) {

    FeedSettings {
        if (!pingInterval.isPositive()
                || !heartbeatInterval.isPositive()
                || longestDelayOfLists.isNegative()
                || longestOutage.isNegative()) {
            throw new IllegalArgumentException("connect.feed.*: intervals must be longer than nothing");
        }
        if (mostBytesKept < 0) {
            throw new IllegalArgumentException("connect.feed.most-bytes-kept: at least 0");
        }
    }
}
