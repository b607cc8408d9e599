package com.emlyon.connect.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.AnswerAssert;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Feed;
import com.emlyon.connect.contract.Json;
import com.emlyon.connect.contract.Member;
import com.emlyon.platform.postgres.TestPostgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A client that does not read costs a frame of each topic, and nobody else's time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlowClientTest {

    private static final int CHANGES = 200;
    private static final int SLOW_CLIENTS = 3;
    private static final int CHANGES_UNTIL_STUCK = 80;
    private static final int LARGE_EVENTS = 40;
    private static final String LARGE = "x".repeat(5_000);
    private static final Duration SOON = Duration.ofSeconds(8);

    /** On a busy machine the slow client is not read from for long, which is not what this is about. */
    private static final String PATIENT = "--connect.feed.longest-send=2m";

    private final TestNode node = TestNode.start(TestPostgres.freshDatabaseUrl(), PATIENT);
    private final ContractClient client = new ContractClient(node);
    private final Member pia = client.newMember("Pia One");
    private final Member max = client.newMember("Max Two");
    private final String event = client.newEvent(pia, "Gala", "2031-05-01");

    /** Frames so large that not many of them lie in the buffers of the system. */
    @BeforeAll
    void makeFramesLarge() {
        for (int i = 0; i < LARGE_EVENTS; i++) {
            AnswerAssert.assertThat(client.post("/api/events")
                            .as(pia)
                            .json("{\"title\":\"Gala %d\",\"description\":%s,\"date\":\"2031-05-02\"}"
                                    .formatted(i, Json.quoted(LARGE)))
                            .send())
                    .hasStatus(201);
        }
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void othersAreToldInTimeAndTheSlowOneIsToldTheEndWhenItReadsAgain() {
        try (Feed other = client.openFeed(pia.token()).awaitInitial();
                RawFeed slow = RawFeed.open(node.ws(), max.token())) {
            // Each change is waited for: those that come close together would be one frame for the other client, too.
            for (int i = 0; i < CHANGES; i++) {
                // when
                String title = "\"Bal %d\"".formatted(i);
                rename("Bal " + i);

                // then
                long start = System.nanoTime();
                assertThat(other.awaitFrame(frame -> frame.contains(title), title))
                        .startsWith("{\"type\":\"events\"");
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
            }
            int framesOfTheSlow = 1;
            while (!slow.next().text().contains("\"Bal %d\"".formatted(CHANGES - 1))) {
                framesOfTheSlow++;
            }
            assertThat(framesOfTheSlow).as("frames that were kept").isLessThan(CHANGES / 2);
        }
    }

    @Test
    void partingFromSlowClientsHoldsUpNobody() {
        Member eva = client.newMember("Eva Three");
        List<RawFeed> slow = new ArrayList<>();
        try (Feed other = client.openFeed(pia.token()).awaitInitial()) {
            // given
            for (int i = 0; i < SLOW_CLIENTS; i++) {
                slow.add(RawFeed.open(node.ws(), eva.token()));
            }
            for (int i = 0; i < CHANGES_UNTIL_STUCK; i++) {
                rename("Fête " + i);
            }

            // when
            AnswerAssert.assertThat(client.delete("/api/users/me")
                            .as(eva)
                            .json("{\"password\":\"%s\"}".formatted(ContractClient.PASSWORD))
                            .send())
                    .hasStatus(200);
            rename("La fin");

            // then
            long start = System.nanoTime();
            assertThat(other.awaitFrame(frame -> frame.contains("La fin"), "the last change"))
                    .isNotEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
        } finally {
            slow.forEach(RawFeed::close);
        }
    }

    private void rename(String title) {
        AnswerAssert.assertThat(client.put("/api/events/" + event)
                        .as(pia)
                        .json("{\"title\":\"%s\"}".formatted(title))
                        .send())
                .hasStatus(200);
    }
}
