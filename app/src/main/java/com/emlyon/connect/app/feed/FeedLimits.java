package com.emlyon.connect.app.feed;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the feed bears from its clients.
 *
 * @param mostConnections of all clients of this process
 * @param mostConnectionsOfAnAccount of one account, on this process
 * @param mostBytesOfAMessage of what a client says at once
 * @param messagesAtOnce so many messages may come one behind the other
 * @param messagesPerSecond so many may come in the long run
 * @param longestSend a client that does not take a frame within this is parted from
 */
@ConfigurationProperties("connect.feed")
record FeedLimits(
        @DefaultValue("10000") int mostConnections,
        @DefaultValue("20") int mostConnectionsOfAnAccount,
        @DefaultValue("4096") int mostBytesOfAMessage,
        @DefaultValue("20") int messagesAtOnce,
        @DefaultValue("5") double messagesPerSecond,
        @DefaultValue("20s") Duration longestSend) {

    FeedLimits {
        if (mostConnections < 1 || mostConnectionsOfAnAccount < 1) {
            throw new IllegalArgumentException("connect.feed.most-connections*: at least 1");
        }
        if (mostBytesOfAMessage < 0) {
            throw new IllegalArgumentException("connect.feed.most-bytes-of-a-message: at least 0");
        }
        if (messagesAtOnce < 1 || messagesPerSecond <= 0) {
            throw new IllegalArgumentException("connect.feed.messages-*: more than 0");
        }
        if (longestSend.toMillis() < 1) {
            throw new IllegalArgumentException("connect.feed.longest-send: at least a millisecond");
        }
    }
}
