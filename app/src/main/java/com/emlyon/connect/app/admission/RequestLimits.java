package com.emlyon.connect.app.admission;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests are served at once.
 *
 * @param reads requests that read: they use the processor
 * @param writes requests that write: they mostly wait for the disk
 * @param slow requests that wait in a queue of their own, as logins do for their hash, or for a slow client
 * @param longestWait the longest time that a request waits before it is refused
 */
@ConfigurationProperties("connect.requests")
record RequestLimits(
        @DefaultValue Reads reads,
        @DefaultValue Writes writes,
        @DefaultValue Slow slow,
        @DefaultValue("5s") Duration longestWait) {

    RequestLimits {
        if (!longestWait.isPositive()) {
            throw new IllegalArgumentException("connect.requests.longest-wait: longer than nothing");
        }
    }

    /** The limits of requests that read. */
    record Reads(
            @DefaultValue("32") int most,
            @DefaultValue("16") int mostOfAnAccount,
            @DefaultValue("1000") int mostWaiting,
            @DefaultValue("128") int mostWaitingOfAnAccount) {

        Limit limit() {
            return new Limit(most, mostOfAnAccount, mostWaiting, mostWaitingOfAnAccount);
        }
    }

    /** The limits of requests that write. */
    record Writes(
            @DefaultValue("256") int most,
            @DefaultValue("32") int mostOfAnAccount,
            @DefaultValue("1000") int mostWaiting,
            @DefaultValue("128") int mostWaitingOfAnAccount) {

        Limit limit() {
            return new Limit(most, mostOfAnAccount, mostWaiting, mostWaitingOfAnAccount);
        }
    }

    /** The limits of slow requests. They never wait here, since they wait elsewhere. */
    record Slow(
            @DefaultValue("512") int most,
            @DefaultValue("32") int mostOfAnAccount) {

        Limit limit() {
            return new Limit(most, mostOfAnAccount, 0, 0);
        }
    }

    /** The limits of one kind of requests. */
    record Limit(int most, int mostOfAnAccount, int mostWaiting, int mostWaitingOfAnAccount) {

        Limit {
            if (most < 1 || mostOfAnAccount < 1 || mostWaiting < 0 || mostWaitingOfAnAccount < 0) {
                throw new IllegalArgumentException(
                        "connect.requests.*: at least one at once, and no fewer than none waiting");
            }
        }
    }
}
