package com.emlyon.connect.app.projection;

import com.emlyon.connect.app.processing.ProcessorStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A projection as it stands.
 *
 * @param generation which set of tables readers see: 1, 2, 3, …
 * @param position up to here they show what history says
 * @param lagFacts facts that concern it and that they do not show yet
 * @param lagSeconds how long the oldest of these has been waiting
 * @param rebuild null when it is not being built again
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
