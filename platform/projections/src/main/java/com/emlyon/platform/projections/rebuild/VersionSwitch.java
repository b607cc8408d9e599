package com.emlyon.platform.projections.rebuild;

import com.emlyon.platform.eventstore.history.History;
import com.emlyon.platform.projections.generation.Busy;
import com.emlyon.platform.projections.generation.Generation;
import com.emlyon.platform.projections.generation.Generations;
import com.emlyon.platform.projections.generation.ProjectionLifecycle;
import com.emlyon.platform.projections.generation.ProjectionLifecycle.Outcome;
import com.emlyon.platform.projections.generation.Snapshots;
import com.emlyon.platform.projections.generation.ViewDatabase;
import com.emlyon.platform.projections.projection.Projection;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Lets a generation serve in place of another, at a moment at which no reader has to wait for it. */
final class VersionSwitch {

    private static final Logger log = LoggerFactory.getLogger(VersionSwitch.class);

    /**
     * New readers queue behind each attempt, so while a long read blocks it, the attempts become less and less
     * frequent.
     */
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(20);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final Projection projection;
    private final Generations generations;
    private final Snapshots snapshots;
    private final ProjectionLifecycle lifecycle;

    VersionSwitch(Projection projection, ViewDatabase database, History history) {
        this.projection = projection;
        this.generations = new Generations(database);
        this.snapshots = new Snapshots(database);
        this.lifecycle = new ProjectionLifecycle(database, history);
    }

    /**
     * Makes the switch. A transaction with a snapshot from before the generation had caught up would find it
     * incomplete, so this waits until all such snapshots are released; then it tries until no reader holds a lock.
     */
    Outcome of(Generation generation) throws InterruptedException {
        Set<String> before = snapshots.held();
        Duration pause = SHORTEST_PAUSE;
        while (true) {
            Optional<Outcome> outcome = before.isEmpty() ? attempt(generation) : Optional.empty();
            if (outcome.isPresent()) {
                if (outcome.get() == Outcome.SERVES) {
                    log.info("Readers of {} see generation {}", projection.name(), generation.number());
                }
                return outcome.get();
            }
            if (!isStillThere(generation)) {
                return Outcome.GONE;
            }
            Thread.sleep(pause.plusMillis(ThreadLocalRandom.current().nextInt(20)));
            pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : pause;
            before = snapshots.stillHeld(before);
        }
    }

    private boolean isStillThere(Generation generation) {
        return generations
                .next(projection)
                .filter(next -> next.number() == generation.number())
                .isPresent();
    }

    private Optional<Outcome> attempt(Generation generation) {
        try {
            return Optional.of(lifecycle.takeOver(projection, generation));
        } catch (DataAccessException failure) {
            if (!Busy.is(failure)) {
                throw failure;
            }
            log.debug("Readers of {} are busy", projection.name(), failure);
            return Optional.empty();
        }
    }
}
