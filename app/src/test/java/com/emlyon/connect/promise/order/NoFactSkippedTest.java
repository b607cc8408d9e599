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
import com.emlyon.connect.app.commands.CommandDispatcher;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two nodes follow one history, to which they and others append. After every test, nothing may have been skipped. */
@Timeout(600)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoFactSkippedTest {

    private static final Duration A_WHILE = Duration.ofMinutes(1);
    private static final int WRITERS = 16;

    @RegisterExtension
    private final TwoFollowedNodes nodes = new TwoFollowedNodes();

    private final TestNode one = nodes.one();
    private final TestNode two = nodes.two();
    private final History history = nodes.history();

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
                        checkIn(nodes.of(writer), AccountId.random(), Instant.now());
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
            try (Together.Running appends = Together.start(400, writer -> checkInAndSee(nodes.of(writer)))) {
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
                checkIn(nodes.of(writer), AccountId.random(), Instant.now());
            }
        })) {
            for (int part = 0; part < 10; part++) {
                foreign.append(500, "now() - interval '6 years' + number * interval '1 minute'");
                long between = history.end();
                await().atMost(A_WHILE).until(() -> history.end() > between);
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
                    checkIn(nodes.of(writer + i), student, Instant.now());
                    if (i == 0) {
                        send(nodes.of(writer), new JoinEvent(event, student, Instant.now()));
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

    private static String checkIn(TestNode node, AccountId student, Instant at) {
        CheckIn command = checkInOf(student, at);
        send(node, command);
        return command.checkIn().value();
    }

    private static void checkInAndSee(TestNode node) {
        AccountId student = AccountId.random();
        node.bean(CommandDispatcher.class).send(student, checkInOf(student, Instant.now()), "check-ins");
    }

    private static CheckIn checkInOf(AccountId student, Instant at) {
        return new CheckIn(student, CheckInId.random(), "Le Sucre", 45.7489, 4.8181, null, at);
    }

    private static void send(TestNode node, Command command) {
        node.bean(CommandGateway.class).sendAndWait(command);
    }

    /** How many sessions wait until the transaction before theirs has ended. */
    private long waitingForTheirTurn() {
        return history.database()
                .sql("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
                        + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())")
                .query(Long.class)
                .single();
    }
}
