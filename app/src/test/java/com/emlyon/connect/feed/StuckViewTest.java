package com.emlyon.connect.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.HeldUpCheckIns;
import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Feed;
import com.emlyon.connect.contract.Json;
import com.emlyon.connect.contract.Member;
import com.emlyon.platform.postgres.TestPostgres;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** The feed is as far as the views are, each of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StuckViewTest {

    private final TestNode node = TestNode.start(TestPostgres.freshDatabaseUrl());
    private final ContractClient client = new ContractClient(node);
    private final Member pia = client.newMember("Pia One");

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void whileOneViewStandsStillTheOthersAreToldAndWhatItMissedIsToldWhenItGoesOn() {
        String place = client.newCheckIn(pia, "Le Sucre");
        try (Feed changes = client.openChanges(pia.token(), Optional.empty());
                Feed lists = client.openFeed(pia.token()).awaitInitial()) {
            changes.awaitFrame(frame -> frame.contains(place), "the snapshot");
            String event;
            try (HeldUpCheckIns _ = HeldUpCheckIns.on(node)) {

                // when
                client.post("/api/checkins")
                        .as(pia)
                        .json("{\"locationName\":\"Bar du Port\",\"latitude\":45.76,\"longitude\":4.83}")
                        .send();
                event = client.newEvent(pia, "Gala", "2031-05-01");

                // then
                assertThat(kind(changes.awaitFrame(frame -> frame.contains(event), "the event")))
                        .isEqualTo("added event");
                lists.awaitFrame(frame -> frame.contains(event), "the list of events");
            }

            // then
            JsonNode gone = Json.parse(changes.awaitFrame(frame -> !frame.contains("heartbeat"), "the end"));
            assertThat(gone.at("/data/id").stringValue()).isEqualTo(place);
            changes.awaitFrame(frame -> frame.contains("Bar du Port"), "the check-in");
            lists.awaitFrame(frame -> frame.contains("Bar du Port"), "the list of check-ins");
            thisIsTrueForWhoeverComesNow(event);
        }
    }

    private void thisIsTrueForWhoeverComesNow(String event) {
        try (Feed other = client.openChanges(pia.token(), Optional.empty())) {
            assertThat(other.nextFrame()).contains("Bar du Port", event).doesNotContain("Le Sucre");
        }
    }

    private static String kind(String frame) {
        JsonNode told = Json.parse(frame);
        return told.get("type").stringValue() + " " + told.get("entity").stringValue();
    }
}
