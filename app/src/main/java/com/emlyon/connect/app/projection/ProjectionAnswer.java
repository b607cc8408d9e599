package com.emlyon.connect.app.projection;

import com.emlyon.platform.projections.status.ProcessorStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The state of a projection, as returned to administrators.
 *
 * @param generation the generation of tables that readers see: 1, 2, 3, …
 * @param position the position up to which these tables show all facts
 * @param lagFacts how many facts that concern it they do not show yet
 * @param lagSeconds the age of the oldest of these, in seconds
 * @param rebuild null when no rebuild is running
 */
public record ProjectionAnswer(
        @Schema(example = "check-ins") String name,
        ProjectionState state,
        int generation,
        long position,
        long lagFacts,
        long lagSeconds,
        @Nullable RebuildAnswer rebuild) {

    static ProjectionAnswer of(ProcessorStatus standing) {
        ProcessorStatus.Build build = standing.build();
        return new ProjectionAnswer(
                standing.name(),
                state(standing),
                standing.generation(),
                standing.position(),
                standing.missing(),
                (long) standing.seconds(),
                build == null ? null : RebuildAnswer.of(build));
    }

    private static ProjectionState state(ProcessorStatus standing) {
        if (standing.failed()) {
            return ProjectionState.FAILED;
        }
        return standing.build() == null ? ProjectionState.SERVING : ProjectionState.REBUILDING;
    }
}
