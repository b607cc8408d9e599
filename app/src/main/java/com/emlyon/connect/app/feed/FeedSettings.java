package com.emlyon.connect.app.feed;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the feed treats its clients.
 *
 * @param pingInterval how often a client has to show that it is still there
 * @param heartbeatInterval how often those who are told changes are told that there were none
 * @param longestDelayOfLists for so long changes are gathered before a full list is told
 * @param longestOutage a client stays connected for so long while the database is away
 * @param mostBytesKept so many bytes are kept of the changes that were sent, for clients that are slow or come back
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
