package com.emlyon.connect.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.emlyon.connect.app.BreakableNode;
import com.emlyon.connect.app.BreakableNode.Outage;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Feed;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.feed.RawFeed;
import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WithoutDatabaseTest {

    private static final int SERVICE_RESTARTED = 1012;
    /** Less than a request waits for a connection, however slow the machine is. */
    private static final Duration QUICK = Duration.ofSeconds(10);

    private static final Duration UNTIL_ALL_IS_WELL = Duration.ofMinutes(2);
    private static final Predicate<String> CHECK_INS = frame -> frame.startsWith("{\"type\":\"checkIns\"");

    private final ContractClient client = new ContractClient(BreakableNode.node());
    private final Member pia = client.newMember("Pia One");

    @AfterEach
    void untilAllIsWell() {
        await().atMost(UNTIL_ALL_IS_WELL)
                .untilAsserted(
                        () -> assertThat(client.get("/api/users").as(pia).send().status())
                                .isEqualTo(200));
    }

    @Test
    void healthSaysSoQuickly() {
        assertThat(client.get("/api/health").send().status()).isEqualTo(200);
        try (Outage _ = BreakableNode.withoutDatabase()) {
            for (int i = 0; i < 3; i++) {
                long start = System.nanoTime();
                Answer answer = client.get("/api/health").send();

                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(QUICK);
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.text())
                        .isEqualTo("{\"status\":\"unavailable\",\"timestamp\":\"%s\"}"
                                .formatted(answer.string("/timestamp")));
            }
        }
        await().atMost(UNTIL_ALL_IS_WELL)
                .untilAsserted(() ->
                        assertThat(client.get("/api/health").send().text()).startsWith("{\"status\":\"ok\","));
    }

    @Test
    void whatCannotBeMeasuredIsSaidToBeUnknownAndAllElseIsThere() {
        try (Outage _ = BreakableNode.withoutDatabase()) {
            await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
                Scrape scrape = Scrape.of(client);
                assertThat(scrape.value("connect_projection_lag_facts", "processor=\"events\""))
                        .isNaN();
                assertThat(scrape.value("connect_projection_lag_seconds", "processor=\"rules\""))
                        .isNaN();
                assertThat(scrape.value("connect_sockets")).isNotNegative();
            });
        }
        await().atMost(UNTIL_ALL_IS_WELL)
                .untilAsserted(() -> assertThat(
                                Scrape.of(client).value("connect_projection_lag_facts", "processor=\"events\""))
                        .isZero());
    }

    @Test
    void afterwardsTheViewsAndTheFeedGoOn() {
        try (Feed feed = client.openFeed(pia.token()).awaitInitial()) {
            // given
            try (Outage _ = BreakableNode.withoutDatabase()) {
                assertThat(client.get("/api/users").as(pia).send().status()).isEqualTo(503);
            }

            // when
            await().atMost(UNTIL_ALL_IS_WELL).until(() -> checkIn().status() == 201);
            String checkIn = checkIn().string("/data/id");

            // then
            await().atMost(UNTIL_ALL_IS_WELL)
                    .untilAsserted(() -> assertThat(
                                    client.get("/api/checkins").as(pia).send().text())
                            .contains(checkIn));
            assertThat(feed.awaitFrame(CHECK_INS.and(frame -> frame.contains(checkIn)), checkIn))
                    .isNotEmpty();
        }
    }

    private Answer checkIn() {
        return client.post("/api/checkins")
                .as(pia)
                .json("{\"locationName\":\"Le Sucre\",\"latitude\":45,\"longitude\":4.8}")
                .send();
    }

    /** The frameworks would log the address of the connection, which holds the token. */
    @Test
    void whoCannotBeLetInToTheFeedIsToldToComeAgainAndTheirTokenIsNotLogged() {
        try (CapturedLogs logs = new CapturedLogs();
                Outage _ = BreakableNode.withoutDatabase();
                RawFeed feed = RawFeed.open(BreakableNode.node().ws(), pia.token())) {

            assertThat(feed.next().closeCode()).isEqualTo(SERVICE_RESTARTED);

            assertThat(logs.text())
                    .contains("A client of the feed could not be let in")
                    .doesNotContain(pia.token());
        }
    }
}
