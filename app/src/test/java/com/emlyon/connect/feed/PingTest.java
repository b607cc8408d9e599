package com.emlyon.connect.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.feed.RawFeed.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A connection on which nothing happens is asked for a sign of life, and given up without one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PingTest {

    private static final int GOING_AWAY = 1001;
    private static final int MOST_UNANSWERED = 3;
    private static final Duration LONGER_THAN_SILENCE_IS_BORNE =
            FeedNode.PING_INTERVAL.multipliedBy(MOST_UNANSWERED + 2);

    private final ContractClient client = new ContractClient(FeedNode.node());
    private final Member pia = client.newMember("Pia One");

    @Test
    void aClientThatDoesNotAnswerPingsIsGivenUp() {
        try (RawFeed feed = RawFeed.open(FeedNode.node().ws(), pia.token())) {
            assertThat(feed.next().text()).startsWith("{\"type\":\"initial\"");

            List<Message> messages = new ArrayList<>();
            do {
                messages.add(nextButTexts(feed));
            } while (messages.getLast().isPing());

            assertThat(messages).hasSize(MOST_UNANSWERED + 1);
            assertThat(messages.getLast().closeCode()).isEqualTo(GOING_AWAY);
        }
    }

    @Test
    void aClientThatAnswersPingsStaysAndIsToldWhatHappens() {
        try (RawFeed feed = RawFeed.open(FeedNode.node().ws(), pia.token())) {
            assertThat(feed.next().text()).startsWith("{\"type\":\"initial\"");

            answerPings(feed, 3 * MOST_UNANSWERED);
            String event = client.newEvent(pia, "Gala", "2031-05-01");

            assertThat(nextText(feed)).startsWith("{\"type\":\"events\"").contains(event);
        }
    }

    /** While there are frames to send nobody is asked, so nobody can be blamed for not having answered. */
    @Test
    void aClientThatWasNotAskedForLongIsNotGivenUp() {
        String event = client.newEvent(pia, "Gala", "2031-05-01");
        try (RawFeed feed = RawFeed.open(FeedNode.node().ws(), pia.token())) {
            // given
            long start = System.nanoTime();
            for (int i = 0; System.nanoTime() - start < LONGER_THAN_SILENCE_IS_BORNE.toNanos(); i++) {
                client.put("/api/events/" + event)
                        .as(pia)
                        .json("{\"title\":\"Gala %d\"}".formatted(i))
                        .send();
                nextText(feed);
            }

            // then
            answerPings(feed, 2);
        }
    }

    private static void answerPings(RawFeed feed, int times) {
        for (int i = 0; i < times; i++) {
            Message message = nextButTexts(feed);
            assertThat(message.isPing()).isTrue();
            feed.pong(message);
        }
    }

    /** A list that was about to be told comes between. */
    private static Message nextButTexts(RawFeed feed) {
        Message message = feed.next();
        while (message.isText()) {
            message = feed.next();
        }
        return message;
    }

    private static String nextText(RawFeed feed) {
        Message message = feed.next();
        while (message.isPing()) {
            feed.pong(message);
            message = feed.next();
        }
        assertThat(message.isText()).isTrue();
        return message.text();
    }
}
