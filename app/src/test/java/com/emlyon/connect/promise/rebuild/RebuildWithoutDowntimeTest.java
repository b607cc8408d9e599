package com.emlyon.connect.promise.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.app.database.EarlierMoment;
import com.emlyon.connect.app.database.TestPostgres;
import com.emlyon.connect.promise.Replica;
import com.emlyon.connect.promise.Views;
import com.emlyon.connect.query.Projections;
import com.emlyon.connect.query.generation.Succession;
import com.emlyon.connect.query.projection.Projection;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A view is rebuilt from history while readers and writers go on. The result equals a fresh fold; no reader sees an empty,
 * partial or older state.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RebuildWithoutDowntimeTest {

    private static final int WRITERS = 50;
    private static final int READERS = 50;
    private static final int TIMES = 3;
    private static final int CANCELS = 8;
    private static final int CHANGES = 9;

    /** A hundred who ask at once may wait long for their turn on a busy machine; that is not what is looked for. */
    private static final String PATIENT = "--spring.datasource.hikari.connection-timeout=60000";

    private static final long LONG_FOR_A_READER = TimeUnit.MILLISECONDS.toNanos(500);

    private final long seed = Long.getLong("promise.seed", System.nanoTime());
    private final String database = TestPostgres.freshDatabaseUrl();
    private final Marks marks = new Marks();
    private List<TestNode> nodes = List.of();
    private final Register register = new Register(JdbcClient.create(new DriverManagerDataSource(database)));

    @BeforeAll
    void twoNodesOnOneDatabase() {
        nodes = List.of(TestNode.start(database, PATIENT), TestNode.start(database, PATIENT));
    }

    @AfterAll
    void stop() {
        nodes.forEach(TestNode::close);
    }

    @AfterEach
    void nothingIsLeftBehind() {
        register.assertTidy();
    }

    @Test
    void noReaderSeesAnEmptyPartialOrOlderStateAndTheResultEqualsAFreshFold() throws Exception {
        Writers writers = new Writers(nodes, marks, WRITERS);
        Readers readers = new Readers(nodes, database, marks, READERS);
        try (writers;
                readers) {
            writers.start(seed);

            // when: each, and then all at once, again and again
            for (int i = 0; i < TIMES; i++) {
                for (Projection projection : projections()) {
                    rebuild(List.of(projection));
                }
                rebuild(projections());
            }
        }

        // then
        System.out.printf("%d answers while rebuilding, seed %d%n", readers.answers(), seed);
        assertThat(readers.failures()).as("what readers missed, seed %d", seed).isEmpty();
        assertThat(writers.failures())
                .as("what writers were told, seed %d", seed)
                .isEmpty();
        assertThat(readers.answers()).isGreaterThan(READERS * TIMES);
        assertEqualsAFreshFold();
    }

    @Test
    void aReaderWhoLivesInAnEarlierMomentSeesWhatWasTrueThen() throws Exception {
        new Writers(nodes, marks, 3).close();
        int former = register.serving(Projections.EVENTS);
        try (EarlierMoment earlier = EarlierMoment.hold(database + "&prepareThreshold=1");
                Connection present = connection()) {
            long then = count(present, "view.event");

            // when
            assertThat(succession().begin(projection(Projections.EVENTS))).isTrue();
            register.awaitNext(Projections.EVENTS, "READY");
            new Writers(nodes, marks, 1).close();
            letPass(300);

            // then
            assertThat(register.serving(Projections.EVENTS)).isEqualTo(former);
            assertThat(earlier.count("view.event")).isEqualTo(then).isPositive();
            assertThat(count(present, "view.event")).isEqualTo(then + 1);
        }
        register.awaitRest();
        assertThat(register.serving(Projections.EVENTS)).isGreaterThan(former);
    }

    @Test
    void aTransactionThatIsLeftOpenDelaysTheTakeoverAndHardlyAnybodyElse() throws Exception {
        new Writers(nodes, marks, 3).close();
        int former = register.serving(Projections.EVENTS);
        long longest = 0;
        try (Connection open = connection()) {
            open.setAutoCommit(false);
            count(open, "view.event");

            // when
            succession().begin(projection(Projections.EVENTS));
            register.awaitNext(Projections.EVENTS, "READY");
            try (Connection other = connection()) {
                long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(3);
                while (System.nanoTime() < end) {
                    long before = System.nanoTime();
                    assertThat(count(other, "view.event")).isPositive();
                    longest = Math.max(longest, System.nanoTime() - before);
                }
            }

            // then
            assertThat(longest).isLessThan(LONG_FOR_A_READER);
            assertThat(register.serving(Projections.EVENTS)).isEqualTo(former);
        }
        register.awaitRest();
        assertThat(register.serving(Projections.EVENTS)).isGreaterThan(former);
    }

    @Test
    void aCancelledRebuildLeavesNoTraceAndTheNextOneWorks() throws Exception {
        Random random = new Random(seed);
        Writers writers = new Writers(nodes, marks, 5);
        Readers readers = new Readers(nodes, database, marks, 5);
        try (writers;
                readers) {
            writers.start(seed);
            for (int i = 0; i < CANCELS; i++) {
                Projection projection = projections().stream()
                        .toList()
                        .get(random.nextInt(projections().size()));
                succession().begin(projection);
                letPass(random.nextInt(150));
                succession().cancel(projection);
                if (random.nextBoolean()) {
                    succession().begin(projection);
                    succession().cancel(projection);
                }
            }
            register.assertTidy();
            rebuild(projections());
        }
        assertThat(readers.failures()).as("what readers missed, seed %d", seed).isEmpty();
        assertThat(writers.failures())
                .as("what writers were told, seed %d", seed)
                .isEmpty();
    }

    @Test
    void oneThatIsReadyCanBeCancelledAgainAndAgain() throws Exception {
        new Writers(nodes, marks, 3).close();
        Projection events = projection(Projections.EVENTS);
        Readers readers = new Readers(nodes, database, marks, 5);
        try (readers;
                Connection open = connection()) {
            open.setAutoCommit(false);
            count(open, "view.event");
            for (int i = 0; i < TIMES; i++) {
                succession().begin(events);
                register.awaitNext(Projections.EVENTS, "READY");

                // when
                assertThat(succession().cancel(events)).isTrue();

                // then
                assertThat(register.next(Projections.EVENTS)).isEqualTo("none");
            }
            succession().begin(events);
        }
        register.awaitRest();
        assertThat(readers.failures()).isEmpty();
    }

    @Test
    void theChangeItselfTakesMilliseconds() throws Exception {
        new Writers(nodes, marks, 3).close();
        try (Stopwatch stopwatch = new Stopwatch(database, 4)) {
            List<Duration> quiet = new ArrayList<>();
            List<Duration> changing = new ArrayList<>();
            for (int i = 0; i < CHANGES; i++) {
                // when
                long before = System.nanoTime();
                stopwatch.longest();
                rebuild(List.of(projection(Projections.EVENTS)));
                changing.add(stopwatch.longest());
                letPass((int) Duration.ofNanos(System.nanoTime() - before).toMillis());
                quiet.add(stopwatch.longest());
            }

            // then
            System.out.printf(
                    "longest wait of a reader in each change: %s; in as much time without: %s%n", changing, quiet);
            assertThat(changing.stream().sorted().toList().get(CHANGES / 2)).isLessThan(Duration.ofMillis(100));
        }
    }

    private void rebuild(Collection<Projection> some) {
        List<Integer> former = numbers(some);
        some.forEach(projection -> assertThat(succession().begin(projection)).isTrue());
        register.awaitRest();
        List<Integer> present = numbers(some);
        for (int i = 0; i < former.size(); i++) {
            assertThat(present.get(i)).isGreaterThan(former.get(i));
        }
    }

    private List<Integer> numbers(Collection<Projection> some) {
        return some.stream()
                .map(projection -> register.serving(projection.name()))
                .toList();
    }

    private void assertEqualsAFreshFold() {
        JdbcClient source = nodes.getFirst().bean(JdbcClient.class);
        long end = source.sql("SELECT max(position) FROM store.fact")
                .query(Long.class)
                .single();
        try (Replica replica = new Replica(1_000)) {
            replica.copy(database, 0, end);
            assertThat(Views.rows(nodes.getFirst())).isEqualTo(replica.tables());
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(database + "&prepareThreshold=1");
    }

    private static long count(Connection connection, String view) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM " + view)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** A matter of chance, or of doing nothing: this is no waiting for something. */
    private static void letPass(int millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private Succession succession() {
        return nodes.getFirst().bean(Succession.class);
    }

    private Collection<Projection> projections() {
        return nodes.getFirst().beans(Projection.class);
    }

    private Projection projection(String name) {
        return projections().stream()
                .filter(projection -> projection.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
