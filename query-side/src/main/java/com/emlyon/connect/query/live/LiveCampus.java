package com.emlyon.connect.query.live;

import com.emlyon.connect.api.account.Vault;
import com.emlyon.connect.query.generation.ViewDatabase;
import com.emlyon.connect.query.history.History;
import com.emlyon.connect.query.history.Stretch;
import com.emlyon.connect.query.live.Decision.Part;
import com.emlyon.connect.query.projection.Projection;
import com.emlyon.connect.query.table.ObservedRows;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * The campus in memory: never further than the tables that readers are shown, and rarely behind. From one look to the next it
 * follows history with the code that fills the tables, decision by decision, so every node tells the same changes at the same
 * positions. Where that does not lead to what the tables say (other tables took their place, facts were parked or taken up
 * again, a projection stands still, only newer code can read a fact), it reads the tables again and finds what is
 * different. For one thread.
 */
public final class LiveCampus {

    private static final Logger log = LoggerFactory.getLogger(LiveCampus.class);

    /** So many positions are looked at together. */
    private static final int WINDOW = 2_000;

    /** From here on, reading all tables costs less than following. */
    private static final int TOO_FAR_BEHIND = 20_000;

    private final List<Projection> projections;
    private final ViewDatabase database;
    private final History history;
    private final Clock clock;
    private final Vault vault;
    private final TableReading reading;
    private final ObservedRows rows = new ObservedRows();
    private final Patience patience = new Patience();

    private @Nullable ShownTables tables;
    private @Nullable LivePosition position;
    private boolean isEven;
    private boolean untoldFollows;
    private Optional<Instant> nextEnd = Optional.empty();

    /** Empty until the first look. */
    public LiveCampus(List<Projection> projections, ViewDatabase database, History history, Clock clock, Vault vault) {
        this.projections = projections;
        this.database = database;
        this.history = history;
        this.clock = clock;
        this.vault = vault;
        this.reading = new TableReading(projections, database, history);
    }

    /**
     * Looks where the tables are, and comes as far.
     *
     * @return what has changed since the last look, in order; the first look answers with all there is
     * @throws RuntimeException when the database cannot be worked with; the next look goes on from here
     */
    public List<Commit> look() {
        List<Commit> commits = new ArrayList<>();
        ShownTables present = ShownTables.in(database);
        if (rows.areUntold() && position != null) {
            tell(commits, untoldFollows);
        }
        asFarAsPossible(commits, () -> {
            if (!present.equals(tables) || isEven && patience.isLost()) {
                follow(present, commits);
            }
        });
        asFarAsPossible(commits, () -> {
            if (!commits.isEmpty()) {
                nextEnd = campus().nextEnd();
            }
            passTime(commits);
        });
        return commits;
    }

    /** What was followed until something goes wrong is told now; the rest is looked at once more. */
    private void asFarAsPossible(List<Commit> commits, Runnable step) {
        try {
            step.run();
        } catch (DataAccessException failure) {
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

    /** False when following does not lead on. What was followed until then is right, and is told all the same. */
    private boolean leadsOn(ShownTables present, List<Commit> commits) {
        try {
            return isEven ? followed(present, commits) : evenedOut(present, commits);
        } catch (DataAccessException trouble) {
            throw trouble;
        } catch (RuntimeException failure) {
            log.warn(
                    "Could not follow history from position {}; reads the tables",
                    position().fact(),
                    failure);
            return false;
        }
    }

    /** What readers see, as of the last look; to be used before the next one. */
    public Campus campus() {
        return campusAt(position().time());
    }

    /** Where the last look has led. */
    public LivePosition position() {
        return Objects.requireNonNull(position, "Nobody has looked yet");
    }

    /** Whether the tables were not all as far as the first of them: look again soon. */
    public boolean isBehind() {
        return patience.isNeeded();
    }

    private Campus campusAt(Instant time) {
        return new Campus(rows.now(), time, vault);
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
        return !patience.isLost();
    }

    /** Whether there may be more at once. */
    private boolean followWindow(ShownTables present, List<Commit> commits) {
        long from = position().fact();
        long full = from + WINDOW;
        long end = full;
        List<Part> parts = new ArrayList<>();
        for (Projection projection : projections) {
            Stretch stretch = history.between(from, full, projection.facts(), WINDOW);
            stretch.facts().forEach(fact -> parts.add(new Part(projection, fact)));
            end = Math.min(end, stretch.upTo());
        }
        long last = end;
        parts.removeIf(part -> part.fact().position() > last);
        List<Decision> decisions = Decision.of(parts);
        for (Decision decision : decisions) {
            boolean mayBeHalf = decision.position() == full && decisions.size() > 1;
            if (mayBeHalf) {
                return true;
            }
            if (!decision.isIn(present)) {
                patience.waitFor(decision.position());
                return false;
            }
            decision.apply(present, rows);
            position = new LivePosition(
                    position().tables(), decision.position(), position().time());
            tell(commits, true);
        }
        position = new LivePosition(position().tables(), last, position().time());
        patience.end();
        return last == full;
    }

    /** Takes in what some tables lacked when they were read, once they have it; until then, or if it is too much, nothing. */
    private boolean evenedOut(ShownTables present, List<Commit> commits) {
        ShownTables read = Objects.requireNonNull(tables);
        Optional<List<Part>> missing = reading.missing(read, TOO_FAR_BEHIND)
                .filter(parts -> parts.stream().allMatch(part -> part.isIn(present)));
        if (missing.isEmpty()) {
            return !patience.isLost();
        }
        Decision.of(missing.orElseThrow()).forEach(decision -> decision.apply(present, rows));
        position = new LivePosition(present.tell(), read.furthest(), position().time());
        isEven = true;
        tell(commits, false);
        return followed(present, commits);
    }

    /** What cannot be told now, as a key is not at hand, is told first the next time. */
    private void tell(List<Commit> commits, boolean follows) {
        untoldFollows = follows;
        ObservedRows.Changes changes = rows.changes();
        Instant time = position().time();
        List<Change> told = Differences.between(new Campus(changes, time, vault), campusAt(time), changes);
        rows.told();
        commits.add(new Commit(position(), told, false, follows));
    }

    private void passTime(List<Commit> commits) {
        LivePosition former = position();
        Instant now = now();
        if (!now.isAfter(former.time())) {
            return;
        }
        LivePosition present = new LivePosition(former.tables(), former.fact(), now);
        if (nextEnd.filter(end -> !end.isAfter(now)).isPresent()) {
            commits.add(new Commit(present, Differences.inTime(campusAt(former.time()), campusAt(now)), true, true));
            position = present;
            nextEnd = campus().nextEnd();
        }
        position = present;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private Commit readAgain() {
        // Should it fail half way, it has to be done once more.
        tables = null;
        Instant time = position == null ? now() : position.time();
        ShownTables read = reading.replace(rows);
        tables = read;
        isEven = reading.missing(read, TOO_FAR_BEHIND).filter(List::isEmpty).isPresent();
        // Uneven tables get a name that nobody else has: no position in them can be compared with another.
        String name = isEven ? read.tell() : UUID.randomUUID().toString().replace("-", "");
        position = new LivePosition(name, read.furthest(), time);
        if (isEven) {
            patience.end();
        } else {
            patience.waitFor(read.furthest());
        }
        List<Commit> commits = new ArrayList<>();
        tell(commits, false);
        return commits.getFirst();
    }
}
