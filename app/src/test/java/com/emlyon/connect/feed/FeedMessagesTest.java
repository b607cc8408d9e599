package com.emlyon.connect.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Feed;
import com.emlyon.connect.contract.Feed.Closing;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.feed.RawFeed.Message;
import com.emlyon.platform.postgres.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How much the feed hears from each of those who listen. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeedMessagesTest {

    private static final int MOST_BYTES = 4096;
    private static final int MESSAGES_AT_ONCE = 20;
    private static final int ROUNDS = 20;
    private static final Closing TOO_LONG = new Closing(1009, "Message trop long");
    private static final Closing TOO_MANY_MESSAGES = new Closing(1008, "Trop de messages");

    private final TestNode node =
            TestNode.start(TestPostgres.freshDatabaseUrl(), "--connect.feed.messages-per-second=0.01");
    private final ContractClient client = new ContractClient(node);
    private final Member pia = client.newMember("Pia One");
    private final Queue<AutoCloseable> open = new ConcurrentLinkedQueue<>();

    @AfterEach
    void leave() throws Exception {
        for (AutoCloseable feed : open) {
            feed.close();
        }
        open.clear();
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void aMessageMayBeAsLongAsTheLimitAndNotAByteLonger() {
        String asLong = "é".repeat(MOST_BYTES / 2);
        Feed feed = keep(client.openFeed(pia.token())).awaitInitial();

        feed.sendText(asLong).sendText("bonjour");
        String event = client.newEvent(pia, "Gala", "2031-05-01");
        feed.awaitFrame(frame -> frame.contains(event), "the event");

        feed.sendText(asLong + "!");
        assertThat(feed.awaitClosing()).isEqualTo(TOO_LONG);
    }

    @Test
    void aMessageInPartsIsAsLongAsAllOfThem() {
        RawFeed feed = keep(RawFeed.open(node.ws(), pia.token()));
        assertThat(feed.next().isText()).isTrue();

        feed.beginText(new byte[MOST_BYTES / 2]);
        feed.continueText(new byte[MOST_BYTES / 2]);
        feed.continueText(new byte[1]);

        Message farewell = feed.next();
        assertThat(new Closing(farewell.closeCode(), farewell.closeReason())).isEqualTo(TOO_LONG);
    }

    @ParameterizedTest
    @EnumSource
    void whoeverSaysTooMuchIsPartedFrom(Said kind) {
        RawFeed feed = keep(RawFeed.open(node.ws(), pia.token()));
        assertThat(feed.next().isText()).isTrue();

        // when
        for (int i = 0; i < MESSAGES_AT_ONCE; i++) {
            kind.say(feed, i == 0);
        }
        String event = client.newEvent(pia, "Gala", "2031-05-01");

        // then
        assertThat(feed.next().text()).contains(event);

        // when
        kind.say(feed, false);

        // then
        Message farewell = feed.next();
        assertThat(new Closing(farewell.closeCode(), farewell.closeReason())).isEqualTo(TOO_MANY_MESSAGES);
    }

    /** A farewell has to wait for the end of a frame, and may not take its place. */
    @Test
    void whoeverIsPartedFromWhileMuchIsToldIsToldWhy() {
        String event = client.newEvent(pia, "Gala", "2031-05-01");
        for (int round = 0; round < ROUNDS; round++) {
            RawFeed feed = keep(RawFeed.open(node.ws(), pia.token()));
            assertThat(feed.next().isText()).isTrue();

            // when
            client.put("/api/events/" + event)
                    .as(pia)
                    .json("{\"title\":\"Bal %d\"}".formatted(round))
                    .send();
            for (int i = 0; i <= MESSAGES_AT_ONCE; i++) {
                feed.text(new byte[0]);
            }

            // then
            Message last = feed.next();
            while (last.isText()) {
                last = feed.next();
            }
            assertThat(new Closing(last.closeCode(), last.closeReason())).isEqualTo(TOO_MANY_MESSAGES);
        }
    }

    /** What clients can say. */
    enum Said {
        TEXT,
        BINARY,
        PONG,
        EMPTY_PART;

        void say(RawFeed feed, boolean first) {
            switch (this) {
                case TEXT -> feed.text("bonjour".getBytes(StandardCharsets.UTF_8));
                case BINARY -> feed.binary(new byte[1]);
                case PONG -> feed.pong(new byte[0]);
                case EMPTY_PART -> {
                    if (first) {
                        feed.beginText(new byte[0]);
                    } else {
                        feed.continueText(new byte[0]);
                    }
                }
            }
        }
    }

    private <T extends AutoCloseable> T keep(T feed) {
        open.add(feed);
        return feed;
    }
}
