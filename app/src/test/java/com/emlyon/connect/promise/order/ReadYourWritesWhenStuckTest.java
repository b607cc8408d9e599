package com.emlyon.connect.promise.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.RenameAccount;
import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Feed;
import com.emlyon.platform.postgres.TestPostgres;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When projections do not get on, on any node, answers still come, say so, and are true in the end. */
@Timeout(600)
class ReadYourWritesWhenStuckTest {

    /** The service waits for two seconds; the rest is for a busy machine. If it waited for the views, it would never answer. */
    private static final Duration LIMIT = Duration.ofSeconds(40);

    private static final Duration A_WHILE = Duration.ofSeconds(60);
    private static final String URL = TestPostgres.freshDatabaseUrl();
    private static final History history = new History(URL);

    private static List<TestNode> nodes;
    private static List<Wire> wires;
    private static Wire one;
    private static Wire two;

    @BeforeAll
    static void twoNodes() {
        nodes = List.of(TestNode.start(URL), TestNode.start(URL));
        wires = nodes.stream().map(node -> new Wire(node.http())).toList();
        one = wires.getFirst();
        two = wires.getLast();
    }

    @AfterAll
    static void stop() {
        nodes.reversed().forEach(TestNode::close);
    }

    @Test
    void everyWriteIsAnsweredInTimeAndShownInTheEnd() throws Exception {
        // given
        Writes writes = new Writes(one);
        List<Write> all = writes.all();
        List<Future<Reply>> replies = new ArrayList<>();
        String token = writes.observer().token();
        try (Feed here = new ContractClient(nodes.getFirst()).openFeed(token);
                Feed there = new ContractClient(nodes.getLast()).openFeed(token)) {
            try (StuckProcessors stuck = StuckProcessors.of(history, "accounts", "avatars", "check-ins", "events")) {

                // when
                for (int i = 0; i < all.size(); i++) {
                    Write write = all.get(i);
                    Wire node = wires.get(i % 2);
                    replies.add(Together.start(() -> write.request().to(node)));
                }

                // then
                for (int i = 0; i < all.size(); i++) {
                    Reply reply = replies.get(i).get();
                    assertThat(reply.isSuccess())
                            .as("%s: %s", all.get(i), reply)
                            .isTrue();
                    assertThat(all.get(i).answered().test(reply))
                            .as("%s: %s", all.get(i), reply)
                            .isTrue();
                    assertThat(reply.isLate()).as("%s: %s", all.get(i), reply).isTrue();
                    assertThat(reply.took()).as("%s", all.get(i)).isLessThan(LIMIT);
                }
            }
            for (Write write : all) {
                for (Wire node : wires) {
                    await().atMost(A_WHILE).until(() -> write.shown().by(node));
                }
            }
            for (Feed feed : List.of(here, there)) {
                feed.awaitFrame(
                        frame -> all.stream().filter(Write::announced).anyMatch(write -> write.isToldBy(frame)),
                        "any of the changes");
            }
        }
    }

    @Test
    void whoRegistersWhileTheAccountsAreStuckCanGoOnAtOnce() throws IOException, SQLException {
        Person nina;
        String checkIn;
        String event;
        try (StuckProcessors stuck = StuckProcessors.of(history, "accounts")) {
            // when
            nina = Person.of(one.register("Nina"));

            // then
            for (Wire node : wires) {
                assertThat(node.get("/api/users/me", nina.token()).data("/name"))
                        .isEqualTo("Nina");
                assertThat(node.get("/api/users/" + nina.id(), nina.token()).data("/name"))
                        .isEqualTo("Nina");
            }
            Reply here = nina.checkIn(two, "Le Sucre");
            assertThat(here.status()).as(here.text()).isEqualTo(201);
            assertThat(here.data("/user/name")).isEqualTo("Nina");
            checkIn = here.data("/id");
            assertShownOrLate(here, "/api/checkins/user/" + nina.id(), nina);

            Reply party = nina.invite(two, "Pique-nique");
            assertThat(party.status()).as(party.text()).isEqualTo(201);
            event = party.data("/id");
            assertShownOrLate(party, "/api/events/" + event, nina);
        }
        for (Wire node : wires) {
            await().atMost(A_WHILE)
                    .untilAsserted(() -> assertThat(node.get("/api/checkins/user/" + nina.id(), nina.token())
                                    .data("/id"))
                            .isEqualTo(checkIn));
            await().atMost(A_WHILE)
                    .untilAsserted(() -> assertThat(node.get("/api/events/" + event, nina.token())
                                    .data("/attendees/0/name"))
                            .isEqualTo("Nina"));
        }
    }

    private static void assertShownOrLate(Reply write, String path, Person reader) throws IOException {
        if (!write.isLate()) {
            for (Wire node : wires) {
                assertThat(node.get(path, reader.token()).data("/id"))
                        .as("%s", write)
                        .isEqualTo(write.data("/id"));
            }
        }
    }

    @Test
    void askingAgainForWhatIsNotShownYetIsAnsweredAsLateToo() throws Exception {
        Person max = Person.registered(one, "Max");
        try (StuckProcessors stuck = StuckProcessors.of(history, "accounts")) {
            for (Wire node : wires) {
                // given
                long before = history.end();
                Future<Reply> first = Together.start(() -> max.rename(one, "Maxime " + before));
                await().atMost(A_WHILE).until(() -> history.end() > before);

                // when
                Reply again = max.rename(node, "Maxime " + before);

                // then
                assertThat(again.status()).isEqualTo(200);
                assertThat(again.isLate()).as("%s", again).isTrue();
                assertThat(first.get().isLate()).isTrue();
            }
        }
    }

    @Test
    void whoWaitsForTheViewWaitsForNoConnectionToTheDatabase() throws Exception {
        // given
        Person max = Person.registered(one, "Max");
        Deque<Connection> all = new ConcurrentLinkedDeque<>();
        try (StuckProcessors stuck = StuckProcessors.of(history, "check-ins")) {
            Future<Reply> reply;
            Future<?> taking;
            boolean stillWaiting;
            do {
                long before = history.end();
                reply = Together.start(() -> max.checkIn(one, "Le Sucre"));
                await().atMost(A_WHILE).until(() -> history.end() > before);

                // when
                taking = Together.start(() -> takeAll(all));
                await().atMost(A_WHILE).until(() -> all.size() > 3);
                // On a slow machine the answer may have come before: then once more.
                stillWaiting = !reply.isDone();
                if (!stillWaiting) {
                    taking.cancel(true);
                    giveBack(all);
                }
            } while (!stillWaiting);

            // then
            assertThat(reply.get().status()).as("%s", reply.get()).isEqualTo(201);
            assertThat(reply.get().isLate()).isTrue();
            assertThat(reply.get().took()).isLessThan(LIMIT);
            taking.cancel(true);
        } finally {
            giveBack(all);
        }
    }

    /** Takes all connections that requests to the first node have. */
    private static Deque<Connection> takeAll(Deque<Connection> taken) throws SQLException {
        DataSource pool = nodes.getFirst().bean(DataSource.class);
        int size = nodes.getFirst().bean(HikariDataSource.class).getMaximumPoolSize();
        while (taken.size() < size) {
            taken.add(pool.getConnection());
        }
        return taken;
    }

    private static void giveBack(Deque<Connection> taken) throws SQLException {
        for (Connection connection = taken.poll(); connection != null; connection = taken.poll()) {
            connection.close();
        }
    }

    @Test
    void anAccountIsFoundBeforeItIsShownHoweverMuchHasHappenedToIt() throws Exception {
        try (StuckProcessors stuck = StuckProcessors.of(history, "accounts")) {
            // given
            Person max = Person.registered(one, "Max");
            CommandGateway commands = nodes.getFirst().bean(CommandGateway.class);
            for (int i = 1; i <= 250; i++) {
                commands.sendAndWait(new RenameAccount(new AccountId(max.id()), "Max " + i, Instant.now()));
            }
            await().atMost(A_WHILE)
                    .until(() -> history.database()
                                    .sql("SELECT count(*) FROM store.snapshot WHERE stream = ?")
                                    .param(max.id())
                                    .query(Long.class)
                                    .single()
                            == 1);

            // then
            for (Wire node : wires) {
                assertThat(node.get("/api/users/me", max.token()).data("/name")).isEqualTo("Max 250");
            }
        }
    }
}
