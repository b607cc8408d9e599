package com.emlyon.connect.app.feed;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The limits that the feed sets to its clients.
 *
 * @param mostConnections open connections of all clients, per process
 * @param mostConnectionsOfAnAccount open connections of one account, per process
 * @param mostBytesOfAMessage longest message that a client may send
 * @param messagesAtOnce how many messages a client may send in a burst
 * @param messagesPerSecond how many it may send per second in the long run
 * @param longestSend a client that does not take a frame within this time is disconnected
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
