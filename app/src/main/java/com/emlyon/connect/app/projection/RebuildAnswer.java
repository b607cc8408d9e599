package com.emlyon.connect.app.projection;

import com.emlyon.connect.app.web.IsoMillis;
import com.emlyon.platform.projections.status.ProcessorStatus.Build;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a rebuild.
 *
 * @param factsDone facts that concern the projection and that are applied
 * @param factsTotal how many there are to apply, as far as is known
 * @param factsPerSecond the recent rate; 0 when it is not known yet, or the rebuild makes no progress
 * @param etaSeconds seconds until all are applied, at this rate; null when the rate is 0 or unknown
 */
public record RebuildAnswer(
        String startedAt,
        long factsDone,
        long factsTotal,
        long factsPerSecond,
        @Nullable Long etaSeconds) {

    static RebuildAnswer of(Build build) {
        double pace = build.pace().orElse(0);
        return new RebuildAnswer(
                IsoMillis.of(build.startedAt()),
                build.factsDone(),
                build.factsTotal(),
                Math.round(pace),
                pace > 0 ? (Long) (long) Math.ceil((build.factsTotal() - build.factsDone()) / pace) : null);
    }
}
