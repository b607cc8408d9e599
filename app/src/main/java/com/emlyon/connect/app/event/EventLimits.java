package com.emlyon.connect.app.event;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The limits of the events of an account. They are needed because every list and every first frame of the feed contains
 * all events, for every reader.
 *
 * @param mostToCome how many of its events at a time may have a date that has not come; one that was created with, or
 *     moved to, a past date counts for 30 days
 * @param mostADay how many it may create within 24 hours, including those that were cancelled
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
