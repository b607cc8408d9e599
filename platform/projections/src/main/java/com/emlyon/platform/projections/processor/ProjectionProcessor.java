package com.emlyon.platform.projections.processor;

import com.emlyon.platform.eventstore.history.FactPage;
import com.emlyon.platform.eventstore.history.History;
import com.emlyon.platform.eventstore.sql.SqlFile;
import com.emlyon.platform.projections.generation.Announcement;
import com.emlyon.platform.projections.generation.Channels;
import com.emlyon.platform.projections.generation.Failures;
import com.emlyon.platform.projections.generation.Generation;
import com.emlyon.platform.projections.generation.Generation.State;
import com.emlyon.platform.projections.generation.GenerationSchemas;
import com.emlyon.platform.projections.generation.Generations;
import com.emlyon.platform.projections.generation.ViewDatabase;
import com.emlyon.platform.projections.position.Progress;
import com.emlyon.platform.projections.projection.Projection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionException;

/**
 * Keeps one projection up to date, step by step. Processors of the same projection on several nodes need no
 * coordination: the one that claims the checkpoint moves the checkpoint and writes the rows in one transaction, from
 * the position that it has read; the others find that the checkpoint has moved.
 */
public final class ProjectionProcessor {

    private static final SqlFile CLAIM_CHECKPOINT = SqlFile.beside(ProjectionProcessor.class, "claim-checkpoint.sql");

    /**
     * Facts that do not concern the projection move the checkpoint only after so many of them, which a restart would
     * have to skip again.
     */
    private static final long MOST_FACTS_TO_PASS_OVER_AGAIN = 10_000;

    private final Projection projection;
    private final History history;
    private final ViewDatabase database;
    private final Generations generations;
    private final GenerationSchemas schemas;
    private final BatchApplication batchApplication;
    private final Progress progress;
    private final int batchSize;
    private final Map<Integer, Map<String, Set<String>>> columns = new HashMap<>();
    private @Nullable Generation serving;

    /** True also before the first step: the node may have stopped after it noted a failure. */
    private boolean failureMayBeNoted = true;

    /** Whether nothing is parked, as far as this node knows; parked facts may have been retried meanwhile. */
    private boolean whole;

    /** No facts between the position of the generation and this one concern the projection. */
    private long seen;

    /** Creates a processor that applies at most so many facts in one transaction. */
    public ProjectionProcessor(
            Projection projection, History history, ViewDatabase database, Progress progress, int batchSize) {
        this.projection = projection;
        this.history = history;
        this.database = database;
        this.generations = new Generations(database);
        this.schemas = new GenerationSchemas(database);
        this.batchApplication = new BatchApplication(projection, database);
        this.progress = progress;
        this.batchSize = batchSize;
    }

    /** The projection that this processor updates. */
    public Projection projection() {
        return projection;
    }

    /**
     * Applies the next facts, if there are any and no other processor holds the checkpoint.
     *
     * @throws RuntimeException when the database does not work; the transaction is rolled back, and the failure is
     *     noted for operators if that is possible
     */
    public Step step() {
        try {
            Step step = takeIn();
            if (step != Step.BUSY && failureMayBeNoted) {
                generations.getOn(projection);
                failureMayBeNoted = false;
            }
            return step;
        } catch (RuntimeException failure) {
            failureMayBeNoted = true;
            note(failure);
            throw failure;
        }
    }

    /**
     * A failure of the connection or the transaction is not noted: the note could not be written either, and trying
     * takes time.
     */
    private void note(RuntimeException failure) {
        if (failure instanceof TransactionException
                || failure instanceof DataAccessResourceFailureException
                || Thread.currentThread().isInterrupted()) {
            return;
        }
        try {
            known().ifPresent(stuck -> generations.stick(stuck, Failures.text(failure)));
        } catch (DataAccessException unnoted) {
            failure.addSuppressed(unnoted);
        }
    }

    private Step takeIn() {
        Optional<Generation> from = known();
        if (from.isEmpty()) {
            return Step.BUSY;
        }
        seen = Math.max(seen, from.get().position());
        FactPage page = history.after(seen, projection.facts(), batchSize);
        if (!page.facts().isEmpty() || page.upTo() - from.get().position() > MOST_FACTS_TO_PASS_OVER_AGAIN) {
            return moved(from.get(), page) ? after(page) : Step.BUSY;
        }
        seen = page.upTo();
        // When facts are parked, the next step checks again whether they still are.
        serving = whole ? from.get() : null;
        tell(seen);
        return Step.UP_TO_DATE;
    }

    private Step after(FactPage page) {
        return page.facts().size() < batchSize ? Step.UP_TO_DATE : Step.MOVED;
    }

    private boolean moved(Generation from, FactPage page) {
        boolean moved = batchApplication.attempt(way -> move(from, page, way));
        serving = moved ? from.at(page.upTo()) : null;
        if (moved) {
            tell(page.upTo());
        }
        return moved;
    }

    private void tell(long position) {
        if (!whole) {
            progress.parked(projection.name(), position);
        }
        progress.reached(projection.name(), position);
    }

    private Optional<Generation> known() {
        if (serving != null) {
            return Optional.of(serving);
        }
        Optional<Generation> stored = generations.serving(projection);
        whole = stored.map(batchApplication::parkedStreams).map(Set::isEmpty).orElse(true);
        return stored;
    }

    private boolean move(Generation from, FactPage page, BatchApplication.Way way) {
        Boolean moved = database.transactions().execute(transaction -> {
            List<CheckpointClaim> claims = claim(from, page.upTo());
            for (CheckpointClaim claim : claims) {
                Set<String> parkedStreams = parkedStreams(claim);
                AppliedBatch applied =
                        way.apply(claim.generation(), page.facts(), parkedStreams, columnsOf(claim.generation()));
                if (claim.generation().state() == State.SERVING) {
                    announce(page.upTo(), applied, !parkedStreams.isEmpty());
                }
            }
            return !claims.isEmpty();
        });
        return Boolean.TRUE.equals(moved);
    }

    /** Read again when the claim found any: a transaction that retried them may have committed during the claim. */
    private Set<String> parkedStreams(CheckpointClaim claim) {
        return claim.parkedStreams().isEmpty() ? Set.of() : batchApplication.parkedStreams(claim.generation());
    }

    private void announce(long position, AppliedBatch applied, boolean parkedBefore) {
        whole = applied.parked() == 0 && !parkedBefore;
        List<Announcement> announcements = new ArrayList<>();
        if (!whole) {
            announcements.add(new Announcement(Channels.FACTS_PARKED, projection.name() + ' ' + position));
        }
        announcements.add(new Announcement(Channels.POSITION_REACHED, projection.name() + ' ' + position));
        if (applied.rows() > 0) {
            announcements.add(new Announcement(Channels.VIEW_CHANGED, projection.name()));
        }
        generations.announce(announcements);
    }

    private List<CheckpointClaim> claim(Generation from, long to) {
        return database.client()
                .sql(CLAIM_CHECKPOINT.statement())
                .param("projection", projection.name())
                .param("generation", from.number())
                .param("version", projection.version())
                .param("from", from.position())
                .param("to", to)
                .query((row, number) -> claimed(row, to))
                .list();
    }

    private CheckpointClaim claimed(ResultSet row, long position) throws SQLException {
        return new CheckpointClaim(
                new Generation(
                        projection.name(),
                        row.getInt("generation"),
                        row.getInt("version"),
                        State.valueOf(row.getString("state")),
                        position),
                Set.of((String[]) row.getArray("parked").getArray()));
    }

    private Map<String, Set<String>> columnsOf(Generation generation) {
        return columns.computeIfAbsent(generation.number(), number -> schemas.columns(projection, generation));
    }

    /** The result of a step. */
    public enum Step {
        /** The step applied new facts, and there may be more. */
        MOVED,
        /** There were no more facts when the step began. */
        UP_TO_DATE,
        /**
         * Another processor holds the checkpoint, or no processor of this version may move it: try again a little
         * later.
         */
        BUSY
    }
}
