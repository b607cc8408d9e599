package com.emlyon.connect.app.connection;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How long HTTP waits for its clients, and how much of unfinished requests it keeps.
 *
 * @param longestHead within this a connection has to say something, and then within as much all of the head of its request
 * @param longestSilence so long nothing may come of the body of a request, or between two requests
 * @param longestBody for so long a body may keep the service waiting altogether, and a second longer for each kilobyte of it
 * @param mostWaitingRequests on so many connections the service waits for the rest of a request; the oldest have to go
 * @param mostOfUnfinishedBodies so much is kept of all bodies that are longer than a few kilobytes and not yet complete
 */
@ConfigurationProperties("connect.http")
public record HttpLimits(
        @DefaultValue("10s") Duration longestHead,
        @DefaultValue("60s") Duration longestSilence,
        @DefaultValue("60s") Duration longestBody,
        @DefaultValue("1000") int mostWaitingRequests,
        @DefaultValue("16MB") DataSize mostOfUnfinishedBodies) {

    /** Refuses what would let no request through. */
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
