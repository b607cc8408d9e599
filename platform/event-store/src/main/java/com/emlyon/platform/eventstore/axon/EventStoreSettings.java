package com.emlyon.platform.eventstore.axon;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the event store.
 *
 * @param longestWait how long a write waits to be taken into a batch, and a batch for its locks; then it is not stored
 * @param metricsPrefix the beginning of the names of all metrics
 * @param packages the packages below which facts and snapshots are looked for; the package of the application when none
 *     is given
 */
@ConfigurationProperties("event-store")
public record EventStoreSettings(
        @DefaultValue("10s") Duration longestWait,
        @DefaultValue("event-store") String metricsPrefix,
        @DefaultValue List<String> packages) {

    /** Refuses a wait below a millisecond. */
    public EventStoreSettings {
        if (longestWait.toMillis() < 1) {
            throw new IllegalArgumentException("event-store.longest-wait: at least a millisecond");
        }
    }
}
