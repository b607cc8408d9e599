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

    private final ContractClient client = new ContractClient(FeedNode.node());
    private final Member pia = client.newMember("Pia One");

    @Test
    void nothingIsReadForTheFeedUntilSomebodyListens() {
        await().atMost(Duration.ofMinutes(1)).until(() -> Scrape.of(client).value("connect_sockets") == 0);
        double before = Scrape.of(client).value("connect_feed_looks_seconds_count");

        // when
        for (int i = 0; i < 5; i++) {
            client.newCheckIn(pia, "Le Sucre " + i);
            client.newEvent(pia, "Gala " + i, "2031-05-01");
        }

        // then the changes are taken note of in their order, so what they would cost is known before the welcome
        double after = Scrape.of(client).value("connect_feed_looks_seconds_count");
        try (Feed feed = client.openFeed(pia.token())) {
            assertThat(feed.nextFrame()).contains("Le Sucre 4", "Gala 4");
            assertThat(Scrape.of(client).value("connect_feed_looks_seconds_count"))
                    .isGreaterThan(after);
        }
        assertThat(after).isEqualTo(before);
    }
}
