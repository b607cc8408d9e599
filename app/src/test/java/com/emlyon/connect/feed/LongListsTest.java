package com.emlyon.connect.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.app.database.TestPostgres;
import com.emlyon.connect.contract.AnswerAssert;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Feed;
import com.emlyon.connect.contract.Json;
import com.emlyon.connect.contract.Member;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Long lists arrive as they were written; compressed where that is switched on and clients offer it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongListsTest {

    private static final int LONG_EVENTS = 20;

    private final TestNode node = TestNode.start(TestPostgres.freshDatabaseUrl(), "--connect.feed.compression=true");
    private final ContractClient client = new ContractClient(node);
    private final Member pia = client.newMember("Pia One");

    @AfterAll
    void stop() {
        node.close();
    }

    /** They are sent in portions, of which none may end inside a character, wherever the characters lie. */
    @BeforeAll
    void makeListsLong() {
        for (int i = 0; i < LONG_EVENTS; i++) {
            AnswerAssert.assertThat(client.post("/api/events")
                            .as(pia)
                            .json("{\"title\":\"Gala\",\"description\":\"%s%s\",\"date\":\"2031-05-01\"}"
                                    .formatted("x".repeat(i), "🎵€".repeat(1_500)))
                            .send())
                    .hasStatus(201);
        }
    }

    @Test
    void plainListsSayWhatTheRoutesSay() {
        try (Feed feed = client.openFeed(pia.token())) {
            assertThat(feed.extensions()).isEmpty();
            assertThat(isWhatTheRouteSays(Json.parse(feed.nextFrame()).get("events")))
                    .isTrue();

            String event = client.newEvent(pia, "Bal", "2031-05-02");
            String list = feed.awaitFrame(frame -> frame.contains(event), "the event");
            assertThat(isWhatTheRouteSays(Json.parse(list).get("data"))).isTrue();
        }
    }

    @Test
    void compressedListsSayWhatTheRoutesSay() {
        try (Feed feed = client.openCompressedFeed(pia.token())) {
            assertThat(feed.extensions()).containsExactly("permessage-deflate");
            assertThat(isWhatTheRouteSays(Json.parse(feed.nextFrame()).get("events")))
                    .isTrue();

            String event = client.newEvent(pia, "Bal", "2031-05-02");
            String list = feed.awaitFrame(frame -> frame.contains(event), "the event");
            assertThat(isWhatTheRouteSays(Json.parse(list).get("data"))).isTrue();
        }
    }

    /** Compared without being printed: it is long. */
    private boolean isWhatTheRouteSays(JsonNode events) {
        return events.equals(client.get("/api/events").as(pia).send().at("/data"));
    }
}
