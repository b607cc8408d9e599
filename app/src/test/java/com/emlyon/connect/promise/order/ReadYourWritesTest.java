package com.emlyon.connect.promise.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Feed;
import com.emlyon.platform.postgres.TestPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two nodes on one database: whoever reads or listens, on either, sees what was confirmed on either. */
@Timeout(600)
class ReadYourWritesTest {

    /** However slow the machine is, whatever is confirmed has to be visible. */
    private static final String NEVER_LATE = "--projections.longest-wait=90s";

    private static final String URL = TestPostgres.freshDatabaseUrl();

    private static List<TestNode> nodes;
    private static List<Wire> wires;

    @BeforeAll
    static void twoNodes() {
        nodes = List.of(TestNode.start(URL, NEVER_LATE), TestNode.start(URL, NEVER_LATE));
        wires = nodes.stream().map(node -> new Wire(node.http())).toList();
    }

    @AfterAll
    static void stop() {
        nodes.reversed().forEach(TestNode::close);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void whatOneNodeConfirmsBothNodesAndTheirFeedsShow(int writing) throws IOException {
        Writes writes = new Writes(wires.get(writing));
        String token = writes.observer().token();
        for (Write write : writes.all()) {
            try (Feed here = feed(writing, token).awaitInitial();
                    Feed there = feed(1 - writing, token).awaitInitial()) {
                // when
                Reply reply = write.request().to(wires.get(writing));

                // then
                assertThat(reply.isSuccess()).as("%s: %s", write, reply).isTrue();
                assertThat(reply.isLate()).as("%s is late", write).isFalse();
                for (Wire wire : wires) {
                    assertThat(write.shown().by(wire)).as("%s is shown", write).isTrue();
                }
                assertThat(write.answered().test(reply))
                        .as("%s: %s", write, reply)
                        .isTrue();
                if (write.announced()) {
                    here.awaitFrame(write::isToldBy, write.name());
                    there.awaitFrame(write::isToldBy, write.name());
                }
            }
            for (int node = 0; node < 2; node++) {
                try (Feed newcomer = feed(node, token)) {
                    newcomer.awaitFrame(write::isToldBy, write.name() + " as newcomers are told it");
                }
            }
        }
    }

    private static Feed feed(int node, String token) {
        return new ContractClient(nodes.get(node)).openFeed(token);
    }

    @Test
    void eightBusyClientsNeverReadAnythingStale() throws IOException {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        Person creator = Person.registered(wires.getFirst(), "Pia One");
        String event = creator.invite(wires.getFirst(), "Pique-nique").data("/id");
        List<BusyStudent> students = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            students.add(
                    new BusyStudent(Person.registered(wires.get(i % 2), "Student " + i), event, wires, random.split()));
        }
        AtomicInteger seen = new AtomicInteger();
        long begin = System.nanoTime();

        Together.work(students.size(), i -> {
            while (isTooEarly(begin, seen.get())) {
                seen.addAndGet(students.get(i).writeAndRead());
            }
        });

        assertThat(seen).hasValueGreaterThan(100);
    }

    /** At least five seconds, and on a slow machine until enough was read. */
    private static boolean isTooEarly(long begin, int seen) {
        Duration spent = Duration.ofNanos(System.nanoTime() - begin);
        return spent.toSeconds() < 5 || seen <= 100 && spent.toMinutes() < 2;
    }

    @Test
    void whatOneNodeHasDecidedTheOtherKnowsWhenItDecides() throws IOException {
        // given
        Person pia = Person.registered(one(), "Pia One");
        Person max = Person.registered(two(), "Max Two");
        String event = pia.invite(one(), "Pique-nique").data("/id");

        for (int i = 0; i < 3; i++) {
            // when
            Reply joined = max.join(one(), event);
            Reply left = max.leave(two(), event);
            Reply renamed = max.rename(one(), "Maxime");
            Reply renamedBack = max.rename(two(), "Max Two");

            // then
            assertThat(List.of(joined, left, renamed, renamedBack))
                    .allSatisfy(reply ->
                            assertThat(reply.isSuccess()).as("%s", reply).isTrue());
            assertThat(one().get("/api/users/me", max.token()).data("/name")).isEqualTo("Max Two");
        }
    }

    @Test
    void anAddressThatOneNodeHasReleasedIsFreeOnTheOther() throws IOException {
        // given
        Reply first = two().register("Nina");
        String email = first.data("/user/email");
        assertThat(delete(two(), first).status()).isEqualTo(200);
        Reply second = one().register("Nina", email);
        assertThat(second.status()).isEqualTo(201);
        assertThat(delete(two(), second).status()).isEqualTo(200);

        // when
        Reply third = one().register("Nina", email);

        // then
        assertThat(third.status()).as("%s", third).isEqualTo(201);
    }

    private static Reply delete(Wire node, Reply registration) throws IOException {
        return node.send(
                "DELETE",
                "/api/users/me",
                registration.data("/token"),
                "{\"password\":\"%s\"}".formatted(Wire.PASSWORD));
    }

    private static Wire one() {
        return wires.getFirst();
    }

    private static Wire two() {
        return wires.getLast();
    }
}
