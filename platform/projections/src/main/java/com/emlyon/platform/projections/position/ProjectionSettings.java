package com.emlyon.platform.projections.position;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of projections.
 *
 * @param batchSize how many facts a projection applies in one transaction at most
 * @param atWork whether this process keeps projections up to date and rebuilds them, or only observes what others do
 * @param longestWait how long an answer waits until the tables show what it confirms; then it says that they are late
 * @param metricsPrefix the beginning of the names of all metrics
 */
@ConfigurationProperties("projections")
public record ProjectionSettings(
        @DefaultValue("200") int batchSize,
        @DefaultValue("true") boolean atWork,
        @DefaultValue("2s") Duration longestWait,
        @DefaultValue("projections") String metricsPrefix) {

    /** Refuses a batch without facts. */
    public ProjectionSettings {
        if (batchSize < 1) {
            throw new IllegalArgumentException("projections.batch-size: at least 1");
        }
    }
}
