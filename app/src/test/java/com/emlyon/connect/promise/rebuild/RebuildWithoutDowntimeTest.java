package com.emlyon.connect.promise.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.database.EarlierMoment;
import com.emlyon.connect.query.Projections;
import com.emlyon.platform.projections.projection.Projection;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A view is rebuilt from history while readers and writers go on. The result equals a fresh fold; no reader sees an empty,
 * partial or older state.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RebuildWithoutDowntimeTest {

    private static final int WRITERS = 50;
    private static final int READERS = 50;
    private static final int TIMES = 3;
    private static final int CHANGES = 9;

    private static final Duration LONG_FOR_A_READER = Duration.ofMillis(500);

    @RegisterExtension
    private final TwoRebuiltNodes nodes = new TwoRebuiltNodes();

    private final Register register = nodes.register();
    private final long seed = Long.getLong("promise.seed", System.nanoTime());

    @Test
    void noReaderSeesAnEmptyPartialOrOlderStateAndTheResultEqualsAFreshFold() throws Exception {
        Writers writers = nodes.writers(WRITERS);
        Readers readers = nodes.readers(READERS);
        try (writers;
                readers) {
            writers.start(seed);

            // when: each, and then all at once, again and again
            for (int i = 0; i < TIMES; i++) {
                for (Projection projection : nodes.projections()) {
                    nodes.rebuild(List.of(projection));
                }
                nodes.rebuild(nodes.projections());
            }
        }

        // then
        System.out.printf("%d answers while rebuilding, seed %d%n", readers.answers(), seed);
        assertThat(readers.failures()).as("what readers missed, seed %d", seed).isEmpty();
        assertThat(writers.failures())
                .as("what writers were told, seed %d", seed)
                .isEmpty();
        assertThat(readers.answers()).isGreaterThan(READERS * TIMES);
        nodes.assertEqualsAFreshFold();
    }

    @Test
    void aReaderWhoLivesInAnEarlierMomentSeesWhatWasTrueThen() throws Exception {
        nodes.writers(3).close();
        register.awaitEnd();
        int former = register.serving(Projections.EVENTS);
        try (EarlierMoment earlier = EarlierMoment.hold(nodes.preparing());
                Connection present = nodes.connection()) {
            long then = TwoRebuiltNodes.count(present, "view.event");

            // when
            assertThat(nodes.lifecycle().begin(nodes.projection(Projections.EVENTS)))
                    .isTrue();
            register.awaitNext(Projections.EVENTS, "READY");
            nodes.writers(1).close();
            register.awaitEnd();
            TwoRebuiltNodes.letPass(300);

            // then
            assertThat(register.serving(Projections.EVENTS)).isEqualTo(former);
            assertThat(earlier.count("view.event")).isEqualTo(then).isPositive();
            assertThat(TwoRebuiltNodes.count(present, "view.event")).isEqualTo(then + 1);
        }
        register.awaitRest();
        assertThat(register.serving(Projections.EVENTS)).isGreaterThan(former);
    }

    @Test
    void aTransactionThatIsLeftOpenDelaysTheTakeoverAndHardlyAnybodyElse() throws Exception {
        nodes.writers(3).close();
        register.awaitEnd();
        int former = register.serving(Projections.EVENTS);
        try (Connection open = nodes.connection()) {
            open.setAutoCommit(false);
            TwoRebuiltNodes.count(open, "view.event");

            // when
            nodes.lifecycle().begin(nodes.projection(Projections.EVENTS));
            register.awaitNext(Projections.EVENTS, "READY");
            Stopwatch readers = new Stopwatch(nodes.database(), "view.event", 1);
            Stopwatch unconcerned = new Stopwatch(nodes.database(), "view.account", 1);
            try (readers;
                    unconcerned) {
                TwoRebuiltNodes.letPass(3_000);
            }

            // then: a machine that stands still for a moment also delays readers of another view
            assertThat(readers.longest()).isPositive().isLessThan(LONG_FOR_A_READER.plus(unconcerned.longest()));
            assertThat(register.serving(Projections.EVENTS)).isEqualTo(former);
        }
        register.awaitRest();
        assertThat(register.serving(Projections.EVENTS)).isGreaterThan(former);
    }

    @Test
    void theChangeItselfTakesMilliseconds() throws Exception {
        nodes.writers(3).close();
        try (Stopwatch stopwatch = new Stopwatch(nodes.database(), "view.event", 4)) {
            List<Duration> quiet = new ArrayList<>();
            List<Duration> changing = new ArrayList<>();
            for (int i = 0; i < CHANGES; i++) {
                // when
                long before = System.nanoTime();
                stopwatch.longest();
                nodes.rebuild(List.of(nodes.projection(Projections.EVENTS)));
                changing.add(stopwatch.longest());
                TwoRebuiltNodes.letPass(
                        (int) Duration.ofNanos(System.nanoTime() - before).toMillis());
                quiet.add(stopwatch.longest());
            }

            // then: what readers wait for on a busy machine without any change is not due to it
            System.out.printf(
                    "longest wait of a reader in each change: %s; in as much time without: %s%n", changing, quiet);
            assertThat(changing.stream().sorted().toList().get(CHANGES / 2))
                    .isLessThan(Duration.ofMillis(100).plus(Collections.max(quiet)));
        }
    }
}
