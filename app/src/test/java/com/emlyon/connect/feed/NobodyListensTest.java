package com.emlyon.connect.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Feed;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.operations.Scrape;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NobodyListensTest {

    private static final String LOOKS = "connect_live_looks_seconds_count";
    private static final int WRITES = 40;

    private final ContractClient client = new ContractClient(FeedNode.node());
    private final Member pia = client.newMember("Pia One");

    @Test
    void changesAreLookedAtOnceASecondUntilSomebodyListensOrReads() {
        await().atMost(Duration.ofMinutes(1)).until(() -> Scrape.of(client).value("connect_sockets") == 0);
        double before = Scrape.of(client).value(LOOKS);
        long start = System.nanoTime();

        // when
        for (int i = 0; i < WRITES; i++) {
            client.newCheckIn(pia, "Le Sucre " + i);
        }

        // then
        long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
        assertThat(Scrape.of(client).value(LOOKS) - before).isLessThan(seconds + 5);
        try (Feed feed = client.openFeed(pia.token())) {
            assertThat(feed.nextFrame()).contains("Le Sucre " + (WRITES - 1));
        }
    }
}
