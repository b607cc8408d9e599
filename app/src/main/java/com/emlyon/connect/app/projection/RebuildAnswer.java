package com.emlyon.connect.app.projection;

import com.emlyon.connect.app.processing.ProcessorStatus.Build;
import com.emlyon.connect.app.web.IsoMillis;
import org.jspecify.annotations.Nullable;

/**
 * How far a rebuild has got.
 *
 * @param factsDone facts that concern the projection and that are applied
 * @param factsTotal how many there are to apply, as far as is known
 * @param factsPerSecond of late; 0 as long as that is not known, or when nothing moves
 * @param etaSeconds until all are applied, at this rate; null as long as that is not known
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
