package com.emlyon.connect.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.AnswerAssert;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Feed;
import com.emlyon.connect.contract.Member;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class OtherNodeTest {

    @Test
    void whatAnotherNodeChangesIsToldHereAndWhatIsChangedHereIsToldThere() {
        try (TestNode other = TestNode.start(FeedNode.clock(), FeedNode.database())) {
            ContractClient here = new ContractClient(FeedNode.node());
            ContractClient there = new ContractClient(other);
            Member pia = here.newMember("Pia One");
            try (Feed feedHere = here.openFeed(pia.token()).awaitInitial();
                    Feed feedThere = there.openFeed(pia.token()).awaitInitial()) {
                String event = there.newEvent(pia, "Gala", "2031-05-01");
                assertThat(feedHere.awaitFrame(tells("events", event), event)).isNotEmpty();
                assertThat(feedThere.awaitFrame(tells("events", event), event)).isNotEmpty();

                String checkIn = here.newCheckIn(pia, "Le Sucre");
                assertThat(feedThere.awaitFrame(tells("checkIns", checkIn), checkIn))
                        .isNotEmpty();

                AnswerAssert.assertThat(there.delete("/api/users/me")
                                .as(pia)
                                .json("{\"password\":\"%s\"}".formatted(ContractClient.PASSWORD))
                                .send())
                        .hasStatus(200);
                assertThat(feedHere.awaitClosing().code()).isEqualTo(1008);
            }
        }
    }

    private static Predicate<String> tells(String type, String id) {
        return frame -> frame.startsWith("{\"type\":\"" + type + "\"") && frame.contains(id);
    }
}
