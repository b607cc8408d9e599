package com.emlyon.connect.app.store;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many events an account may have. Every list and every first frame of the feed holds all of them, for every reader.
 *
 * @param mostToCome of its events at a time, whose date has not come; one that was announced with a past date counts for 30 days
 * @param mostADay created within 24 hours, also those that were cancelled
 */
@ConfigurationProperties("connect.events")
record EventLimits(
        @DefaultValue("50") int mostToCome,
        @DefaultValue("30") int mostADay) {

    EventLimits {
        if (mostToCome < 1 || mostADay < 1) {
            throw new IllegalArgumentException("connect.events.*: at least 1");
        }
    }
}
