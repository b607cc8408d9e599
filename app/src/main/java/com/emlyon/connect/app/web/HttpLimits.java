package com.emlyon.connect.app.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long HTTP waits for its clients.
 *
 * @param longestHead within this a connection has to say something, and then within as much all of the head of its request
 * @param longestSilence so long nothing may come of the body of a request, or between two requests
 */
@ConfigurationProperties("connect.http")
record HttpLimits(
        @DefaultValue("10s") Duration longestHead,
        @DefaultValue("60s") Duration longestSilence) {

    HttpLimits {
        if (longestHead.toMillis() < 1 || longestSilence.toMillis() < 1) {
            throw new IllegalArgumentException("connect.http.*: at least a millisecond");
        }
    }
}
