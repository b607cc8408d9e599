package com.emlyon.connect.app.connection;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How long HTTP waits for clients, and how much of unfinished requests it keeps.
 *
 * @param longestHead the time for the first byte of a connection, and then again for the whole head of its request
 * @param longestSilence the longest pause within the body of a request, or between two requests
 * @param longestBody the longest time that the service waits for a body in total; each kilobyte of it adds a second
 * @param mostWaitingRequests the highest number of connections on which the service waits for the rest of a request;
 *     when there are more, it closes the oldest
 * @param mostOfUnfinishedBodies how much is kept of all bodies that are longer than a few kilobytes and not yet
 *     complete
 */
@ConfigurationProperties("connect.http")
public record HttpLimits(
        @DefaultValue("10s") Duration longestHead,
        @DefaultValue("60s") Duration longestSilence,
        @DefaultValue("60s") Duration longestBody,
        @DefaultValue("1000") int mostWaitingRequests,
        @DefaultValue("16MB") DataSize mostOfUnfinishedBodies) {

    /** Refuses limits that would let no request through. */
    public HttpLimits {
        if (longestHead.toMillis() < 1 || longestSilence.toMillis() < 1 || longestBody.toMillis() < 1) {
            throw new IllegalArgumentException("connect.http.*: at least a millisecond");
        }
        if (mostWaitingRequests < 1) {
            throw new IllegalArgumentException("connect.http.most-waiting-requests: at least 1");
        }
        if (mostOfUnfinishedBodies.compareTo(DataSize.ofMegabytes(1)) < 0) {
            throw new IllegalArgumentException("connect.http.most-of-unfinished-bodies: at least 1MB");
        }
    }
}
