package com.emlyon.connect.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.AnswerAssert;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.operations.Scrape;
import com.emlyon.platform.postgres.TestPostgres;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class UntakenFrameTest {

    private static final int LARGE_EVENTS = 60;
    private static final String LARGE = "x".repeat(5_000);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void whoeverDoesNotTakeAFrameInTimeIsPartedFrom() {
        try (TestNode node = TestNode.start(TestPostgres.freshDatabaseUrl(), "--connect.feed.longest-send=300ms")) {
            ContractClient client = new ContractClient(node);
            Member pia = client.newMember("Pia One");
            String event = client.newEvent(pia, "Gala", "2031-05-01");
            try (RawFeed silent = RawFeed.open(node.ws(), pia.token())) {
                // given: the first frame is short, and taken, so that the client stays until it is seen
                assertThat(silent.next().text()).startsWith("{\"type\":\"initial\"");
                Awaitility.await().atMost(PATIENCE).until(() -> sockets(client) == 1);
                makeFramesLarge(client, pia);

                // when
                AtomicInteger changes = new AtomicInteger();
                Awaitility.await().atMost(PATIENCE).until(() -> {
                    client.put("/api/events/" + event)
                            .as(pia)
                            .json("{\"title\":\"Bal %d\"}".formatted(changes.incrementAndGet()))
                            .send();
                    return sockets(client) == 0;
                });
            }
        }
    }

    private static void makeFramesLarge(ContractClient client, Member member) {
        for (int i = 0; i < LARGE_EVENTS; i++) {
            AnswerAssert.assertThat(client.post("/api/events")
                            .as(member)
                            .json("{\"title\":\"Gala %d\",\"description\":\"%s\",\"date\":\"2031-05-02\"}"
                                    .formatted(i, LARGE))
                            .send())
                    .hasStatus(201);
        }
    }

    private static double sockets(ContractClient client) {
        return Scrape.of(client).value("connect_sockets");
    }
}
