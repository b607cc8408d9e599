package com.emlyon.connect.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Feed;
import com.emlyon.connect.contract.Member;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ExpiredCheckInTest {

    private final ContractClient client = new ContractClient(FeedNode.node());
    private final Member pia = client.newMember("Pia One");
    private final Member max = client.newMember("Max Two");

    @Test
    void aCheckInLeavesTheFeedByItselfAfter24Hours() {
        // given
        String early = client.newCheckIn(max, "Le Sucre");
        FeedNode.clock().advance(Duration.ofHours(1));
        String late = client.newCheckIn(pia, "Bar du Port");
        try (Feed feed = client.openFeed(max.token())) {
            assertThat(feed.nextFrame()).contains(early, late);

            // when
            FeedNode.clock().advance(Duration.ofHours(23).plusMillis(1));

            // then
            assertThat(feed.nextFrame())
                    .startsWith("{\"type\":\"checkIns\"")
                    .contains(late)
                    .doesNotContain(early);

            // when
            FeedNode.clock().advance(Duration.ofHours(1));

            // then
            assertThat(feed.nextFrame()).isEqualTo("{\"type\":\"checkIns\",\"data\":[]}");
        }
    }
}
