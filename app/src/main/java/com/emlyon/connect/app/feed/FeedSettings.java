package com.emlyon.connect.app.feed;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How the feed treats its clients.
 *
 * @param pingInterval how often a client has to show that it is still there
 * @param heartbeatInterval how often those who are told changes are told that there were none
 * @param longestDelayOfLists for so long changes are gathered before a full list is told
 */
@Component
record FeedSettings(
        @Value("${connect.feed.ping-interval:25s}") Duration pingInterval,
        @Value("${connect.feed.heartbeat-interval:10s}") Duration heartbeatInterval,

        @Value("${connect.feed.longest-delay-of-lists:50ms}")
        Duration longestDelayOfLists) {}
