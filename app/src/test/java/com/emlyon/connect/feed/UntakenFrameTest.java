package com.emlyon.connect.feed;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.app.database.TestPostgres;
import com.emlyon.connect.contract.AnswerAssert;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.operations.Scrape;
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
            for (int i = 0; i < LARGE_EVENTS; i++) {
                AnswerAssert.assertThat(client.post("/api/events")
                                .as(pia)
                                .json("{\"title\":\"Gala %d\",\"description\":\"%s\",\"date\":\"2031-05-02\"}"
                                        .formatted(i, LARGE))
                                .send())
                        .hasStatus(201);
            }
            try (RawFeed silent = RawFeed.open(node.ws(), pia.token())) {
                Awaitility.await().atMost(PATIENCE).until(() -> sockets(client) == 1);

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

    private static double sockets(ContractClient client) {
        return Scrape.of(client).value("connect_sockets");
    }
}
