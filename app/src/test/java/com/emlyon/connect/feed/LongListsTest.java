package com.emlyon.connect.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.AnswerAssert;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Feed;
import com.emlyon.connect.contract.Json;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.feed.RawFeed.Frame;
import com.emlyon.platform.postgres.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Long lists arrive as they were written; compressed where that is switched on and clients offer it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongListsTest {

    private static final int LONG_EVENTS = 20;
    private static final int FINAL = 0x80;
    private static final int TEXT = 0x1;
    private static final int CONTINUATION = 0x0;

    private final TestNode node = TestNode.start(TestPostgres.freshDatabaseUrl(), "--connect.feed.compression=true");
    private final ContractClient client = new ContractClient(node);
    private final Member pia = client.newMember("Pia One");

    @AfterAll
    void stop() {
        node.close();
    }

    /** They are sent in portions, which end inside of characters, wherever these lie. */
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

    /** Tomcat would send a frame for each 8 KiB. */
    @ParameterizedTest
    @CsvSource({"'', 0", "Sec-WebSocket-Extensions: permessage-deflate, 0x40"})
    void longListsAreTextsOfFewFrames(String offer, int mark) {
        makeListsHardToCompress();

        try (RawFeed feed = RawFeed.openWith(node.ws(), pia.token(), offer.isEmpty() ? "" : offer + "\r\n")) {
            List<Frame> frames = new ArrayList<>(List.of(feed.nextFrame()));
            while (!frames.getLast().isLast()) {
                frames.add(feed.nextFrame());
            }

            assertThat(frames).hasSizeBetween(2, 20);
            assertThat(frames.getFirst().head()).isEqualTo(TEXT | mark);
            assertThat(frames.subList(1, frames.size() - 1)).allMatch(frame -> frame.head() == CONTINUATION);
            assertThat(frames.getLast().head()).isEqualTo(FINAL | CONTINUATION);
        }
    }

    private void makeListsHardToCompress() {
        Member random = client.newMember("Random One");
        SplittableRandom letters = new SplittableRandom(7);
        for (int i = 0; i < LONG_EVENTS; i++) {
            String text = letters.ints(5_000, 'A', 'z' + 1)
                    .filter(Character::isLetter)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            AnswerAssert.assertThat(client.post("/api/events")
                            .as(random)
                            .json("{\"title\":\"Gala\",\"description\":\"%s\",\"date\":\"2031-05-01\"}".formatted(text))
                            .send())
                    .hasStatus(201);
        }
    }

    @Test
    void whatIsAgreedOnHasNoContextOfTheServer() {
        assertThat(client.raw()
                        .handshake(
                                "/ws?token=" + pia.token(),
                                "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits"))
                .satisfies(answer -> AnswerAssert.assertThat(answer)
                        .hasStatus(101)
                        .hasHeader(
                                "Sec-WebSocket-Extensions",
                                "permessage-deflate;server_no_context_takeover;client_max_window_bits=15"));
    }

    /** Compared without being printed: it is long. */
    private boolean isWhatTheRouteSays(JsonNode events) {
        return events.equals(client.get("/api/events").as(pia).send().at("/data"));
    }
}
