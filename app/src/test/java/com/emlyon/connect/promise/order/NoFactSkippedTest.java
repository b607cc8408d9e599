package com.emlyon.connect.promise.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.emlyon.connect.api.Command;
import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.checkin.CheckIn;
import com.emlyon.connect.api.checkin.CheckInId;
import com.emlyon.connect.api.event.CreateEvent;
import com.emlyon.connect.api.event.EventId;
import com.emlyon.connect.api.event.JoinEvent;
import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.app.commands.Sender;
import com.emlyon.connect.app.database.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

/** Two nodes follow one history, to which they and others append. After every test, nothing may have been skipped. */
@Timeout(180)
class NoFactSkippedTest {

    private static final Duration A_WHILE = Duration.ofSeconds(20);
    private static final int WRITERS = 16;

    /** What each processor and each projection handles. */
    private static final Map<String, Set<String>> FACTS_OF = Map.of(
            "accounts", Set.of("AccountRegistered", "AccountRenamed", "AvatarChanged", "AccountDeleted"),
            "check-ins", Set.of("CheckedIn", "CheckedOut", "AccountDeleted"),
            "events",
                    Set.of(
                            "EventCreated",
                            "EventUpdated",
                            "EventCancelled",
                            "EventJoined",
                            "EventLeft",
                            "AccountDeleted"),
            "rules",
                    Set.of("EventCreated", "EventCancelled", "EventJoined", "EventLeft", "CheckedIn", "AccountDeleted"),
            "avatars", Set.of("AvatarChanged", "AccountDeleted"));

    private static final String URL = TestPostgres.freshDatabaseUrl();
    private static final History history = new History(URL);

    private static TestNode one;
    private static TestNode two;
    private static List<Follower> followers;

    @BeforeAll
    static void twoNodesFollow() {
        one = TestNode.start(URL, AppliedFacts.ARGUMENT);
        two = TestNode.start(URL, AppliedFacts.ARGUMENT);
        followers = List.of(Follower.of(one), Follower.of(two));
    }

    @AfterAll
    static void stop() {
        followers.forEach(Follower::close);
        two.close();
        one.close();
    }

    @AfterEach
    void everyFactIsFollowedOnceInOneOrder() {
        long end = history.end();
        assertThat(history.positions()).isEqualTo(History.allUpTo(end));

        List<String> inOrder = history.ids();
        for (Follower follower : followers) {
            List<String> followed = follower.idsUpTo(end);
            Set<String> seen = Set.copyOf(followed);
            assertThat(inOrder.stream().filter(id -> !seen.contains(id)))
                    .as("skipped")
                    .isEmpty();
            assertThat(followed.equals(inOrder)).as("once, in order").isTrue();
        }
        await().atMost(A_WHILE)
                .untilAsserted(() -> FACTS_OF.forEach((processor, types) -> {
                    assertThat(history.readPositions().getOrDefault(processor, 0L))
                            .as(processor)
                            .isBetween(lastOf(types), end);
                    List<Long> byOne = one.bean(AppliedFacts.class).by(processor);
                    List<Long> byTwo = two.bean(AppliedFacts.class).by(processor);
                    assertThat(byOne).as(processor).isSorted();
                    assertThat(byTwo).as(processor).isSorted();
                    assertThat(Stream.concat(byOne.stream(), byTwo.stream()).sorted())
                            .as(processor)
                            .isEqualTo(history.positionsOf(types));
                }));
        Views.agreeWithTheFactsOf(history);
    }

    @Test
    void aTransactionThatBeganLongBeforeIsFollowedWhereItCommits() throws SQLException {
        ForeignFacts foreign = new ForeignFacts(history, checkIn(one, AccountId.random(), Instant.now()));
        try (Connection early = history.transaction();
                Statement statement = early.createStatement()) {
            // given
            statement.execute("SELECT pg_current_xact_id(), pg_current_snapshot(), count(*) FROM store.fact");
            long before = history.end();
            Together.work(WRITERS, writer -> {
                while (history.end() < before + 20_000) {
                    for (int i = 0; i < 10; i++) {
                        checkIn(nodeOf(writer), AccountId.random(), Instant.now());
                    }
                    foreign.append(500, "now()");
                }
            });
            long others = history.end();

            // when
            foreign.insert(statement, 1, "now()");
            early.commit();

            // then
            assertThat(history.end()).isEqualTo(others + 1);
        }
    }

    @Test
    void aTransactionThatSeesOnlyAnOldHistoryIsRefusedInsteadOfWritingBehindTheReaders() throws SQLException {
        ForeignFacts foreign = new ForeignFacts(history, checkIn(one, AccountId.random(), Instant.now()));
        try (Connection early = history.transaction();
                Statement statement = early.createStatement()) {
            // given
            early.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            statement.execute("SELECT count(*) FROM store.fact");
            checkIn(one, AccountId.random(), Instant.now());

            // when
            assertThatExceptionOfType(SQLException.class).isThrownBy(() -> foreign.insert(statement, 1, "now()"));
        }

        // then
        checkIn(two, AccountId.random(), Instant.now());
    }

    @Test
    void factsAppendedWhileATransactionStaysOpenComeAfterItsOwn() throws SQLException {
        ForeignFacts foreign = new ForeignFacts(history, checkIn(one, AccountId.random(), Instant.now()));
        try (Connection open = history.transaction();
                Statement statement = open.createStatement()) {
            // given
            foreign.insert(statement, 3, "now()");
            long before = history.end();

            // when
            try (Together.Running appends = Together.start(400, writer -> checkInAndSee(nodeOf(writer)))) {
                await().atMost(A_WHILE).until(() -> appends.isDone() || waitingForTheirTurn() == 2);
                open.commit();
                appends.join();
            }

            // then
            assertThat(history.end()).isEqualTo(before + 3 + 400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1 year", "-2 minutes", "7 hours"})
    void clocksThatGoWrongChangeNoOrder(String wrong) {
        // given
        AccountId student = AccountId.random();
        ForeignFacts foreign = new ForeignFacts(history, checkIn(one, AccountId.random(), Instant.now()));

        // when
        for (int i = 0; i < 20; i++) {
            checkIn(one, student, Instant.now());
            foreign.append(10, "now() + interval '%s'".formatted(wrong));
            checkIn(two, student, Instant.now().plus(Duration.ofHours(i % 2 == 0 ? 5 : -5)));
        }
        String last = checkIn(two, student, Instant.now().minus(Duration.ofHours(20)));

        // then
        await().atMost(A_WHILE)
                .untilAsserted(() -> assertThat(history.database()
                                .sql("SELECT id FROM view.check_in WHERE account = ?")
                                .param(student.value())
                                .query(String.class)
                                .optional())
                        .hasValue(last));
    }

    @Test
    void anImportOfOldFactsGoesInBetweenWhatTheNodesAppend() {
        // given
        ForeignFacts foreign = new ForeignFacts(history, checkIn(one, AccountId.random(), Instant.now()));
        long before = history.end();
        AtomicBoolean imported = new AtomicBoolean();

        // when
        try (Together.Running appends = Together.start(WRITERS, writer -> {
            while (!imported.get()) {
                checkIn(nodeOf(writer), AccountId.random(), Instant.now());
            }
        })) {
            for (int part = 0; part < 10; part++) {
                foreign.append(500, "now() - interval '6 years' + number * interval '1 minute'");
                foreign.append(500, "now() - interval '9 years' + number * interval '1 hour'");
            }
            imported.set(true);
            appends.join();
        }

        // then
        assertThat(history.end()).isGreaterThan(before + 10_000);
    }

    @Test
    void writersOnTwoNodesMakeOneHistory() {
        // given
        List<EventId> events = Stream.generate(EventId::random).limit(10).toList();
        events.forEach(event -> send(
                one,
                new CreateEvent(event, AccountId.random(), "Pique-nique", "Au parc", Instant.now(), Instant.now())));
        long before = history.end();

        // when
        Together.work(WRITERS, writer -> {
            AccountId student = AccountId.random();
            for (int i = 0; i < 10; i++) {
                for (EventId event : events) {
                    checkIn(nodeOf(writer + i), student, Instant.now());
                    if (i == 0) {
                        send(nodeOf(writer), new JoinEvent(event, student, Instant.now()));
                    }
                }
            }
        });

        // then
        long joins = WRITERS * 10L;
        long checkIns = WRITERS * 100L;
        long checkOuts = WRITERS * 99L;
        assertThat(history.end()).isEqualTo(before + joins + checkIns + checkOuts);
        for (TestNode node : List.of(one, two)) {
            try (Follower late = Follower.of(node)) {
                assertThat(late.idsUpTo(history.end())).isEqualTo(history.ids());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE store.fact SET payload = '{}' WHERE position = 1",
                "UPDATE store.fact SET recorded_at = now() WHERE false",
                "DELETE FROM store.fact WHERE position = (SELECT max(position) FROM store.fact)",
                "TRUNCATE store.fact",
                """
                INSERT INTO store.fact (stream, sequence, stream_type, id, type, revision, payload, metadata, recorded_at)
                SELECT stream, sequence, stream_type, id, type, revision, payload, metadata, recorded_at FROM store.fact
                ON CONFLICT (stream, sequence) DO UPDATE SET payload = '{}'
                """,
                "MERGE INTO store.fact USING (SELECT 1 AS first) ON position = first WHEN MATCHED THEN DELETE"
            })
    void thePastIsNotChanged(String change) {
        // given
        checkIn(one, AccountId.random(), Instant.now());
        List<Map<String, @Nullable Object>> before = newestFacts();

        // when
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> history.database().sql(change).update());

        // then
        assertThat(newestFacts()).isEqualTo(before);
    }

    private static long lastOf(Set<String> types) {
        List<Long> positions = history.positionsOf(types);
        return positions.isEmpty() ? 0 : positions.getLast();
    }

    private static TestNode nodeOf(int worker) {
        return worker % 2 == 0 ? one : two;
    }

    private static String checkIn(TestNode node, AccountId student, Instant at) {
        CheckIn command = checkInOf(student, at);
        send(node, command);
        return command.checkIn().value();
    }

    private static void checkInAndSee(TestNode node) {
        AccountId student = AccountId.random();
        node.bean(Sender.class).send(student, checkInOf(student, Instant.now()), "check-ins");
    }

    private static CheckIn checkInOf(AccountId student, Instant at) {
        return new CheckIn(student, CheckInId.random(), "Le Sucre", 45.7489, 4.8181, null, at);
    }

    private static void send(TestNode node, Command command) {
        node.bean(CommandGateway.class).sendAndWait(command);
    }

    /** How many sessions wait until the transaction before theirs has ended. */
    private static long waitingForTheirTurn() {
        return history.database()
                .sql("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
                        + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())")
                .query(Long.class)
                .single();
    }

    private static List<Map<String, @Nullable Object>> newestFacts() {
        return history.database()
                .sql("SELECT position, id, payload::text, recorded_at FROM store.fact ORDER BY position DESC LIMIT 10")
                .query()
                .listOfRows();
    }
}
