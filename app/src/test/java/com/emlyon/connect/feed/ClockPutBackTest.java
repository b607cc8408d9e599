package com.emlyon.connect.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Feed;
import com.emlyon.connect.contract.Json;
import com.emlyon.connect.contract.Member;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A clock that jumps two days ahead and back again: nothing stays missing. */
class ClockPutBackTest {

    private static final Duration JUMP = Duration.ofDays(2);

    private final ContractClient client = new ContractClient(FeedNode.node());
    private final Member pia = client.newMember("Pia One");

    @Test
    void whatHadEndedByTheWrongTimeComesBackToThoseWhoListenAndToThoseWhoReturn() {
        String checkIn = client.newCheckIn(pia, "Le Sucre");
        try (Feed changes = client.openChanges(pia.token(), Optional.empty());
                Feed lists = client.openFeed(pia.token()).awaitInitial()) {
            changes.awaitFrame(frame -> frame.contains(checkIn), "the snapshot");
            String position;
            try {
                // when
                FeedNode.clock().advance(JUMP);

                // then
                JsonNode removed = Json.parse(
                        changes.awaitFrame(frame -> frame.contains("removed") && frame.contains(checkIn), "the end"));
                position = removed.get("position").stringValue();
                lists.awaitFrame(frame -> frame.contains("checkIns") && !frame.contains(checkIn), "the empty list");
            } finally {
                FeedNode.clock().advance(JUMP.negated());
            }

            // then
            changes.awaitFrame(frame -> frame.contains("added") && frame.contains(checkIn), "the check-in");
            lists.awaitFrame(frame -> frame.contains(checkIn), "the list");
            try (Feed resumed = client.openChanges(pia.token(), Optional.of(position))) {
                assertThat(resumed.nextFrame()).contains("snapshot", checkIn);
            }
        }
    }
}
