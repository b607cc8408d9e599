package com.emlyon.connect.app.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Limits how many entries a node writes.
 *
 * @param stretch the period in which entries are counted together
 * @param mostAlike the most equal entries of a period; further ones are entered as a count
 * @param mostRefusals the most refusals of all kinds together, in a period; further ones are entered as a count
 */
@ConfigurationProperties("connect.audit")
record AuditSettings(Duration stretch, int mostAlike, int mostRefusals) {

    AuditSettings {
        if (!stretch.isPositive() || mostAlike < 1 || mostRefusals < 1) {
            throw new IllegalArgumentException(
                    "connect.audit.*: at least one entry in a stretch of time that is longer than nothing");
        }
    }
}
