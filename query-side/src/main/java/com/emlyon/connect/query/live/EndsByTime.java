package com.emlyon.connect.query.live;

import com.emlyon.connect.api.account.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the check-ins that end because time passes, and those that reappear because a clock is set back. For one
 * thread.
 */
final class EndsByTime {

    private static final Logger log = LoggerFactory.getLogger(EndsByTime.class);

    /**
     * When the clock goes back by less than this, the campus waits until the clock has caught up, and clients are not
     * notified.
     */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private Optional<Instant> nextEnd = Optional.empty();

    /** Finds again when the next check-in ends; to be called when the campus has changed. */
    void expectThoseOf(Campus campus) {
        nextEnd = campus.nextEnd();
    }

    /** Passes the commits that lead from a position to a moment to the consumer, in order. */
    void pass(LivePosition former, Instant now, Function<Instant, Campus> campusAt, Consumer<Commit> commits) {
        if (now.isBefore(former.time().minus(LONGEST_WAIT))) {
            commits.accept(goBack(former, campusAt.apply(former.time()), campusAt.apply(now)));
            expectThoseOf(campusAt.apply(now));
        } else if (nextEnd.filter(end -> !end.isAfter(now)).isPresent()) {
            goOn(former, now, campusAt, commits);
            expectThoseOf(campusAt.apply(now));
        }
    }

    /**
     * Makes one commit for each end, so that the positions are the same on every node, however often each node looks.
     */
    private static void goOn(
            LivePosition former, Instant now, Function<Instant, Campus> campusAt, Consumer<Commit> commits) {
        Instant before = former.time();
        for (var ending : campusAt.apply(before).ending(now).entrySet()) {
            Instant end = ending.getKey();
            List<Change> changes =
                    Differences.ofCheckIns(campusAt.apply(before), campusAt.apply(end), ending.getValue());
            commits.accept(new Commit(former.atTime(end), changes, true, true));
            before = end;
        }
    }

    /** Reappearing check-ins do not follow what was sent before, so no client can resume from a time in the future. */
    private static Commit goBack(LivePosition former, Campus before, Campus after) {
        log.warn(
                "The clock has gone back from {} to {}; reads anew which check-ins have ended",
                before.time(),
                after.time());
        List<AccountId> students = after.ending(before.time()).values().stream()
                .flatMap(List::stream)
                .toList();
        List<Change> changes = Differences.ofCheckIns(before, after, students);
        return new Commit(former.atTime(after.time()), changes, true, false);
    }
}
