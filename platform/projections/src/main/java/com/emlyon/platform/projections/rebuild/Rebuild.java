package com.emlyon.platform.projections.rebuild;

import com.emlyon.platform.eventstore.history.FactPage;
import com.emlyon.platform.eventstore.history.History;
import com.emlyon.platform.eventstore.history.StoredFact;
import com.emlyon.platform.projections.generation.Generation;
import com.emlyon.platform.projections.generation.Generation.State;
import com.emlyon.platform.projections.generation.GenerationSchemas;
import com.emlyon.platform.projections.generation.Generations;
import com.emlyon.platform.projections.generation.ViewDatabase;
import com.emlyon.platform.projections.processor.BatchApplication;
import com.emlyon.platform.projections.projection.Projection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds one generation, in portions that each commit together with their checkpoint, so that a build that was killed
 * continues after the last portion. It first applies all of history, then creates the indexes, then applies the facts
 * stored meanwhile. When it has caught up, the processor updates the generation together with the one that serves; then
 * it serves in place of that one.
 */
final class Rebuild {

    private static final Logger log = LoggerFactory.getLogger(Rebuild.class);

    /**
     * The number of facts in one transaction. Large enough that rows which change often are written once; the only cost
     * is memory for the facts.
     */
    private static final int PORTION = 10_000;

    /** With at most so many facts left, the build can catch up while it locks the generation that serves. */
    private static final int NEARLY_THERE = 500;

    private static final Duration PATIENCE_WITH_SERVING = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Projection projection;
    private final History history;
    private final ViewDatabase database;
    private final Generations generations;
    private final GenerationSchemas schemas;
    private final VersionSwitch versionSwitch;
    private final BatchApplication batchApplication;
    private final Executor readers;

    Rebuild(Projection projection, History history, ViewDatabase database, Executor readers) {
        this.projection = projection;
        this.history = history;
        this.database = database;
        this.generations = new Generations(database);
        this.schemas = new GenerationSchemas(database);
        this.versionSwitch = new VersionSwitch(projection, database, history);
        this.batchApplication = new BatchApplication(projection, database);
        this.readers = readers;
    }

    /** Builds the generation until it serves, is cancelled, or the node stops; true when it serves. */
    boolean run(Generation begun) throws InterruptedException {
        Optional<Generation> generation = Optional.of(begun);
        while (generation.isPresent()) {
            generation = caughtUp(generation.get());
            if (generation.isEmpty()) {
                return false;
            }
            switch (versionSwitch.of(generation.get())) {
                case SERVES -> {
                    return true;
                }
                case GONE -> {
                    return false;
                }
                case BEHIND ->
                    generation = generations.next(projection).filter(next -> next.number() == begun.number());
            }
        }
        return false;
    }

    private Optional<Generation> caughtUp(Generation generation) throws InterruptedException {
        if (generation.state() == State.READY) {
            return Optional.of(generation);
        }
        Map<String, Set<String>> columns = schemas.columns(projection, generation);
        Optional<Generation> built = build(generation, columns);
        built.ifPresent(filled -> schemas.index(projection, filled));
        Optional<Generation> nearly = built.flatMap(indexed -> build(indexed, columns));
        if (nearly.isPresent()) {
            awaitServing(nearly.get().position());
        }
        return nearly.flatMap(here -> join(here, columns));
    }

    /**
     * Waits while the generation that serves is a few facts behind. If it makes no progress, the wait ends after
     * {@link #PATIENCE_WITH_SERVING}.
     */
    private void awaitServing(long position) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_WITH_SERVING.toNanos();
        while (System.nanoTime() < deadline
                && generations
                        .serving(projection)
                        .filter(serving -> missesFacts(serving, position))
                        .isPresent()) {
            Thread.sleep(PAUSE);
        }
    }

    private boolean missesFacts(Generation serving, long position) {
        return serving.position() < position
                && !history.between(serving.position(), position, projection.facts(), 1)
                        .facts()
                        .isEmpty();
    }

    /**
     * Applies history, reading one portion ahead, until hardly any facts are left; empty when the rebuild was cancelled
     * or the thread interrupted.
     */
    private Optional<Generation> build(Generation from, Map<String, Set<String>> columns) {
        Generation generation = from;
        FactPage page = portionAfter(generation.position());
        while (!Thread.currentThread().isInterrupted()) {
            boolean last = page.facts().size() < PORTION;
            long upTo = page.upTo();
            CompletableFuture<FactPage> ahead = last
                    ? CompletableFuture.completedFuture(new FactPage(List.of(), upTo))
                    : CompletableFuture.supplyAsync(() -> portionAfter(upTo), readers);
            if (!apply(generation, page, columns)) {
                log.info("The rebuild of {} was cancelled", projection.name());
                return Optional.empty();
            }
            generation = generation.at(upTo);
            if (last && page.facts().size() < NEARLY_THERE) {
                return Optional.of(generation);
            }
            page = last ? portionAfter(upTo) : awaited(ahead);
        }
        return Optional.empty();
    }

    private static FactPage awaited(CompletableFuture<FactPage> ahead) {
        try {
            return ahead.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    /** Reads and deserializes the facts that are applied next: deserializing costs as much as writing. */
    private FactPage portionAfter(long position) {
        FactPage portion = history.after(position, projection.facts(), PORTION);
        for (StoredFact fact : portion.facts()) {
            try {
                fact.fact();
            } catch (RuntimeException poison) {
                // Applying the fact will fail again, and then the fact is parked.
                break;
            }
        }
        return portion;
    }

    private boolean apply(Generation generation, FactPage page, Map<String, Set<String>> columns) {
        return batchApplication.attempt(way -> applied(generation, page, columns, way));
    }

    private boolean applied(
            Generation generation, FactPage page, Map<String, Set<String>> columns, BatchApplication.Way way) {
        return Boolean.TRUE.equals(database.transactions().execute(transaction -> {
            // When PostgreSQL loses a portion in a crash, it loses its checkpoint, too, so the portion is built again.
            database.client().sql("SET LOCAL synchronous_commit = off").update();
            if (!generations.move(generation, page.upTo(), page.facts().size())) {
                return false;
            }
            way.apply(generation, page.facts(), batchApplication.parkedStreams(generation), columns);
            return true;
        }));
    }

    /**
     * Brings the build to the position of the generation that serves, which is locked meanwhile; from then on the
     * processor moves both together. So both contain the same in every snapshot taken later, and readers do not notice
     * the switch.
     */
    private Optional<Generation> join(Generation nearly, Map<String, Set<String>> columns) {
        AtomicReference<Generation> joined = new AtomicReference<>(nearly);
        boolean there = batchApplication.attempt(way ->
                Boolean.TRUE.equals(database.transactions().execute(transaction -> {
                    Optional<Generation> serving = generations.lockServing(projection);
                    long goal = serving.map(Generation::position).orElse(0L);
                    Generation generation = nearly;
                    while (generation.position() < goal) {
                        FactPage page = history.between(generation.position(), goal, projection.facts(), PORTION);
                        if (!generations.move(
                                generation, page.upTo(), page.facts().size())) {
                            return false;
                        }
                        way.apply(generation, page.facts(), batchApplication.parkedStreams(generation), columns);
                        generation = generation.at(page.upTo());
                    }
                    if (serving.isPresent() && goal < generation.position()) {
                        if (missesFacts(serving.get(), generation.position())) {
                            joined.set(generation);
                            return true;
                        }
                        generations.passOver(serving.get(), generation.position());
                    }
                    joined.set(generation.as(State.READY));
                    return generations.become(generation, State.READY);
                })));
        return there ? Optional.of(joined.get()) : Optional.empty();
    }
}
