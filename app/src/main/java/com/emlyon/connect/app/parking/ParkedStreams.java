package com.emlyon.connect.app.parking;

import com.emlyon.platform.eventstore.history.History;
import com.emlyon.platform.projections.generation.ViewDatabase;
import com.emlyon.platform.projections.processor.Parking;
import com.emlyon.platform.projections.processor.Retried;
import com.emlyon.platform.projections.projection.Projection;
import com.emlyon.platform.projections.reaction.Reaction;
import com.emlyon.platform.projections.reaction.ReactionWithoutTables;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Retries or discards parked facts for operators, who name a projection or a reaction. */
@Component
public class ParkedStreams {

    private static final Logger log = LoggerFactory.getLogger(ParkedStreams.class);

    private final List<Projection> projections;
    private final Parking parking;

    ParkedStreams(
            List<Projection> projections, ObjectProvider<Reaction> reactions, ViewDatabase database, History history) {
        this.projections = Stream.concat(
                        projections.stream(), reactions.stream().map(ReactionWithoutTables::new))
                .toList();
        this.parking = new Parking(database, history);
    }

    /** The projection, or the reaction, of that name; empty when there is none. */
    public Optional<Projection> projection(String name) {
        return projections.stream()
                .filter(projection -> projection.name().equals(name))
                .findFirst();
    }

    /**
     * Tries again to apply the stream of the parked fact at a position; empty when none is parked there.
     *
     * @throws DataAccessException when the database cannot be used; nothing has changed then
     */
    public Optional<Retried> retry(Projection projection, long position) {
        return logged("again from position " + position, projection, parking.retry(projection, position));
    }

    /**
     * Tries again to apply everything that a projection has parked.
     *
     * @throws DataAccessException when the database cannot be used
     */
    public Retried retryAll(Projection projection) {
        return logged("again", projection, Optional.of(parking.retryAll(projection)))
                .orElseThrow();
    }

    /**
     * Discards the parked fact at a position, and tries to apply the facts that follow it in its stream, or discards
     * these too. Empty when none is parked there.
     *
     * @throws DataAccessException when the database cannot be used; nothing has changed then
     */
    public Optional<Retried> discard(Projection projection, long position, boolean wholeStream) {
        return wholeStream
                ? logged(
                        "without the stream of position " + position,
                        projection,
                        parking.discardStream(projection, position))
                : logged("without position " + position, projection, parking.discard(projection, position));
    }

    private static Optional<Retried> logged(String how, Projection projection, Optional<Retried> result) {
        result.ifPresent(retried -> log.info(
                "Parked facts of {} were taken up {}: {} are digested, {} still parked",
                projection.name(),
                how,
                retried.digested(),
                retried.parked()));
        return result;
    }
}
