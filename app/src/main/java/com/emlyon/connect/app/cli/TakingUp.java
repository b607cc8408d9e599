package com.emlyon.connect.app.cli;

import com.emlyon.connect.app.audit.AuditTrail;
import com.emlyon.connect.app.audit.Note;
import com.emlyon.connect.app.parking.ParkedStreams;
import com.emlyon.platform.projections.generation.Busy;
import com.emlyon.platform.projections.processor.Retried;
import com.emlyon.platform.projections.projection.Projection;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import picocli.CommandLine.Mixin;

/** Retries or discards parked facts of a projection, and prints the result; mixed into the commands that do so. */
final class TakingUp {

    @Mixin
    private final NamedProjection named = new NamedProjection();

    /**
     * Does the work on the parked facts of the named projection, and adds the note to the audit trail; throws
     * {@link CommandFailed} when the work cannot be done.
     */
    void with(HeadlessContext headless, Note note, Work work) {
        try (var service = headless.looking(Part.FACTS, Part.PROJECTIONS, Part.PARKING, Part.AUDIT)) {
            Projection projection = named.in(service);
            Retried retried = patiently(projection, service.getBean(ParkedStreams.class), work);
            service.getBean(AuditTrail.class).note(note.byOperator().about(projection.name()));
            headless.out().printf("%d digested, %d still parked%n", retried.digested(), retried.parked());
        }
    }

    private static Retried patiently(Projection projection, ParkedStreams streams, Work work) {
        try {
            return work.on(streams, projection);
        } catch (DataAccessException failure) {
            throw Busy.is(failure)
                    ? new CommandFailed(
                            "Somebody keeps %s standing still, try again in a moment".formatted(projection.name()),
                            failure)
                    : failure;
        }
    }

    /** The result for a position; throws {@link CommandFailed} when no fact is parked there. */
    static Retried found(Optional<Retried> result, Projection projection, long position) {
        return result.orElseThrow(
                () -> new CommandFailed("%s has parked no fact at position %d".formatted(projection.name(), position)));
    }

    /** The work that a command does on the parked streams of a projection. */
    @FunctionalInterface
    interface Work {

        Retried on(ParkedStreams streams, Projection projection);
    }
}
