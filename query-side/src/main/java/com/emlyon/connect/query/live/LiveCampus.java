package com.emlyon.connect.query.live;

import com.emlyon.platform.eventstore.history.History;
import com.emlyon.platform.eventstore.personal.KeyUnavailable;
import com.emlyon.platform.eventstore.personal.PersonalDataReader;
import com.emlyon.platform.projections.generation.ViewDatabase;
import com.emlyon.platform.projections.memory.CommandBatch;
import com.emlyon.platform.projections.memory.CommandBatch.Part;
import com.emlyon.platform.projections.memory.HistoryWindow;
import com.emlyon.platform.projections.memory.ShownTables;
import com.emlyon.platform.projections.memory.StallDetector;
import com.emlyon.platform.projections.memory.TableReading;
import com.emlyon.platform.projections.projection.Projection;
import com.emlyon.platform.projections.table.ObservedRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * The campus in memory: never ahead of the tables that readers see, and rarely behind. In each look it follows history
 * with the code that fills the tables, batch by batch, so every node publishes the same changes at the same positions.
 * In some cases following history does not lead to the content of the tables: another generation serves, facts were
 * parked or retried, a projection is stalled, or only newer code can read a fact. Then it reads the tables again and
 * finds the differences. A step that fails changes nothing: rows, position and commits change together or not at all.
 * For one thread.
 */
public final class LiveCampus {

    private static final Logger log = LoggerFactory.getLogger(LiveCampus.class);

    /** From this many positions on, reading all tables costs less than following history. */
    private static final int TOO_FAR_BEHIND = 20_000;

    private final List<Projection> projections;
    private final ViewDatabase database;
    private final History history;
    private final Clock clock;
    private final PersonalDataReader personalData;
    private final TableReading reading;
    private final ObservedRows rows = new ObservedRows();
    private final StallDetector stallDetector;
    private final EndsByTime ends = new EndsByTime();

    private @Nullable ShownTables tables;
    private @Nullable LivePosition position;
    private boolean isEven;
    private long furthestTable;
    private long completeUpTo;

    /**
     * Creates a campus that is empty until the first look.
     *
     * @param longestLag how long it waits for a table that lacks a fact which another one has
     */
    public LiveCampus(
            List<Projection> projections,
            ViewDatabase database,
            History history,
            Clock clock,
            PersonalDataReader personalData,
            Duration longestLag) {
        this.projections = projections;
        this.database = database;
        this.history = history;
        this.clock = clock;
        this.personalData = personalData;
        this.stallDetector = new StallDetector(longestLag);
        this.reading = new TableReading(projections, database, history);
    }

    /**
     * Reads the checkpoints of the tables, and brings the campus up to them.
     *
     * @return the changes since the last look, in order; the first look reads everything and returns no changes
     * @throws RuntimeException when the database does not work; the next look continues from here
     */
    public List<Commit> look() {
        List<Commit> commits = new ArrayList<>();
        ShownTables present = ShownTables.in(database, projections);
        furthestTable = present.furthest();
        completeUpTo = 0;
        asFarAsPossible(commits, () -> {
            if (!present.equals(tables) || isEven && stallDetector.isStalled()) {
                follow(present, commits);
            }
            if (isEven || present.equals(tables)) {
                completeUpTo = position().fact();
            }
        });
        asFarAsPossible(commits, () -> {
            if (!commits.isEmpty()) {
                ends.expectThoseOf(campus());
            }
            passTime(commits);
        });
        return commits;
    }

    /**
     * Logs a failure when there are commits before it, because clients must receive those. The next look continues
     * after them.
     */
    private void asFarAsPossible(List<Commit> commits, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException failure) {
            if (commits.isEmpty()) {
                throw failure;
            }
            log.warn("Could not follow history beyond position {}", position().fact(), failure);
        }
    }

    private void follow(ShownTables present, List<Commit> commits) {
        if (!canFollow(present) || !leadsOn(present, commits)) {
            commits.add(readAgain());
        }
    }

    /**
     * False when following history does not lead to the tables. The commits until then are correct, and are published
     * nevertheless.
     */
    private boolean leadsOn(ShownTables present, List<Commit> commits) {
        try {
            return isEven ? followed(present, commits) : evenedOut(present, commits);
        } catch (DataAccessException | TransactionException | KeyUnavailable trouble) {
            throw trouble;
        } catch (RuntimeException failure) {
            log.warn(
                    "Could not follow history from position {}; reads the tables",
                    position().fact(),
                    failure);
            return false;
        }
    }

    /** The campus as of the last look; to be used before the next one. */
    public Campus campus() {
        return campusAt(position().time());
    }

    /** The position after the last look. */
    public LivePosition position() {
        return Objects.requireNonNull(position, "Nobody has looked yet");
    }

    /** The highest checkpoint of the tables when the last look began. */
    public long furthestTable() {
        return furthestTable;
    }

    /**
     * The position up to which the campus contained all facts of all tables when the last look ended; 0 when that is
     * not known. When the tables had different checkpoints as they were read, some lack facts below the highest
     * checkpoint, until it is known what each of them has applied since.
     */
    public long completeUpTo() {
        return completeUpTo;
    }

    /** Whether some table lacks facts that another one has: look again soon. */
    public boolean isBehind() {
        return stallDetector.isWaiting();
    }

    private Campus campusAt(Instant time) {
        return new Campus(rows.now(), time, personalData);
    }

    private boolean canFollow(ShownTables present) {
        return tables != null
                && present.follow(tables)
                && present.furthest() - position().fact() < TOO_FAR_BEHIND
                && projections.stream()
                        .allMatch(projection -> present.of(projection).version() == projection.version());
    }

    private boolean followed(ShownTables present, List<Commit> commits) {
        boolean more = true;
        while (more) {
            more = followWindow(present, commits);
        }
        tables = present;
        return !stallDetector.isStalled();
    }

    /** Applies the next window of history; true when there may be more facts to apply immediately. */
    private boolean followWindow(ShownTables present, List<Commit> commits) {
        HistoryWindow window = HistoryWindow.behind(position().fact(), history, projections);
        for (CommandBatch batch : window.batches()) {
            if (window.mayCut(batch) && reading.endOfBatch(batch.position()) > batch.position()) {
                position = position().atFact(batch.firstPosition() - 1);
                return true;
            }
            if (!batch.isIn(present)) {
                stallDetector.waitFor(batch.position());
                return false;
            }
            LivePosition next = position().atFact(batch.position());
            commits.add(orUndone(() -> {
                batch.apply(present, rows);
                return commitAt(next, true);
            }));
        }
        position = position().atFact(window.last());
        stallDetector.end();
        return window.isCut();
    }

    /**
     * Applies the facts that some tables lacked when they were read, once all tables have them. Applies nothing before
     * that, or when there are too many.
     */
    private boolean evenedOut(ShownTables present, List<Commit> commits) {
        ShownTables read = Objects.requireNonNull(tables);
        Optional<List<Part>> missing = reading.missing(read, TOO_FAR_BEHIND)
                .filter(parts -> parts.stream().allMatch(part -> part.isIn(present)));
        if (missing.isEmpty()) {
            return !stallDetector.isStalled();
        }
        long end = reading.endOfBatch(read.furthest());
        LivePosition next = new LivePosition(present.tell(), end, position().time());
        commits.add(orUndone(() -> {
            CommandBatch.of(missing.orElseThrow()).forEach(batch -> batch.apply(present, rows));
            return commitAt(next, false);
        }));
        isEven = true;
        return followed(present, commits);
    }

    /** Moves the campus to the position, and returns the changes since the last commit. */
    private Commit commitAt(LivePosition next, boolean follows) {
        ObservedRows.Changes touched = rows.changes();
        Campus before = new Campus(touched, next.time(), personalData);
        List<Change> changes =
                position == null ? List.of() : Differences.between(before, campusAt(next.time()), touched);
        rows.told();
        position = next;
        return new Commit(next, changes, false, follows);
    }

    private <T> T orUndone(Supplier<T> step) {
        try {
            return step.get();
        } catch (RuntimeException failure) {
            rows.undo();
            throw failure;
        }
    }

    private void passTime(List<Commit> commits) {
        Instant now = now();
        ends.pass(position(), now, this::campusAt, commit -> {
            position = commit.position();
            commits.add(commit);
        });
        if (now.isAfter(position().time())) {
            position = position().atTime(now);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private Commit readAgain() {
        Instant time = position == null ? now() : position.time();
        ShownTables read = orUndone(() -> reading.replace(rows));
        Optional<List<Part>> missing = orUndone(() -> reading.missing(read, TOO_FAR_BEHIND));
        boolean even = missing.filter(List::isEmpty).isPresent();
        // Tables with different checkpoints get a random name, so that no position in them compares equal to another
        // one.
        String name = even ? read.tell() : UUID.randomUUID().toString().replace("-", "");
        Commit commit = orUndone(() -> commitAt(new LivePosition(name, read.furthest(), time), false));
        tables = read;
        isEven = even;
        completeUpTo = read.furthest();
        if (even) {
            stallDetector.end();
        } else {
            stallDetector.waitFor(read.furthest());
        }
        return commit;
    }
}
