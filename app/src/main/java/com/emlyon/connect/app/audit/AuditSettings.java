package com.emlyon.connect.app.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How much a node enters, whatever happens.
 *
 * @param stretch for so long entries are counted together
 * @param mostAlike entries that tell the same of the same, in a stretch; further ones are told as a number
 * @param mostRefusals refusals of all kinds together, in a stretch; further ones are told as a number
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
