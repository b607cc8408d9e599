package com.emlyon.connect.contract;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.emlyon.connect.contract.Feed.Closing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** POST /api/ws-tickets, which the original did not have, and what a ticket opens. */
@ContractTest
class TicketsContractTest {

    private static final int MOST_OPEN = 20;
    private static final Closing INVALID = new Closing(1008, "Ticket invalide");

    private final ContractClient client = new ContractClient();
    private final Member pia = client.newMember("Pia One");

    @Test
    void aTicketIsLongAndLastsThirtySeconds() {
        Instant before = client.time();
        Answer answer = client.post("/api/ws-tickets").as(pia).send();

        assertThat(answer).hasStatus(201).isJson();
        assertThat(answer.at("/data").propertyNames()).containsExactly("ticket", "expiresAt");
        assertThat(answer.string("/data/ticket")).matches("[A-Za-z0-9_-]{43}");
        assertThat(Instant.parse(answer.string("/data/expiresAt")))
                .isBetween(before.plusSeconds(29), client.time().plusSeconds(31));
        assertThat(client.newTicket(pia.token())).isNotEqualTo(answer.string("/data/ticket"));
    }

    @Test
    void aTicketOpensOneSocket() {
        String ticket = client.newTicket(pia.token());

        try (Feed feed = client.openFeedByTicket(ticket).awaitInitial();
                Feed second = client.openFeedByTicket(ticket)) {
            assertThat(second.awaitClosing()).isEqualTo(INVALID);
            String event = client.newEvent(pia, "Gala", "2031-05-01");
            feed.awaitFrame(frame -> frame.contains(event), event);
        }
    }

    @Test
    void ofEightWhoUseOneTicketAtTheSameMomentOneIsLetIn() {
        String ticket = client.newTicket(pia.token());

        List<Feed> feeds = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> client.openFeedByTicket(ticket))
                .toList();

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () -> assertThat(feeds.stream().filter(Feed::isClosed)).hasSize(7));
        Feed winner =
                feeds.stream().filter(feed -> !feed.isClosed()).findFirst().orElseThrow();
        assertThat(winner.nextFrame()).startsWith("{\"type\":\"initial\",");
        winner.close();
    }

    @Test
    void aTokenOfTheOriginalIsGoodForATicketToo() {
        String former = client.forge().hs256(pia.id(), Instant.now().plusSeconds(3_600));

        try (Feed feed = client.openFeedByTicket(client.newTicket(former))) {
            assertThat(feed.nextFrame()).startsWith("{\"type\":\"initial\",");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "%20", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void whatIsNoTicketOfOursOpensNothing(String ticket) {
        try (Feed feed = client.openFeedByTicket(ticket)) {
            assertThat(feed.awaitClosing()).isEqualTo(INVALID);
        }
    }

    @Test
    void aTokenBesideAWrongTicketOpensNothing() {
        try (Feed feed = client.openFeedWith("?ticket=x&token=" + pia.token())) {
            assertThat(feed.awaitClosing()).isEqualTo(INVALID);
        }
    }

    @Test
    void anEmptyTicketIsNone() {
        try (Feed without = client.openFeedWith("?ticket=");
                Feed withToken = client.openFeedWith("?ticket=&token=" + pia.token())) {
            assertThat(without.awaitClosing()).isEqualTo(new Closing(1008, "Token manquant"));
            assertThat(withToken.nextFrame()).startsWith("{\"type\":\"initial\",");
        }
    }

    @Test
    void aTicketGoesWithItsSession() {
        String token = client.login(pia.email(), ContractClient.PASSWORD).string("/data/token");
        String ticket = client.newTicket(token);

        client.delete("/api/users/me/sessions/current").bearer(token).send();

        try (Feed feed = client.openFeedByTicket(ticket)) {
            assertThat(feed.awaitClosing()).isEqualTo(INVALID);
        }
    }

    @Test
    void ofMoreThanTwentyTicketsTheOldestGoes() {
        Member max = client.newMember("Max Two");

        List<String> tickets = Stream.generate(() -> client.newTicket(max.token()))
                .limit(MOST_OPEN + 1)
                .toList();

        try (Feed oldest = client.openFeedByTicket(tickets.getFirst());
                Feed second = client.openFeedByTicket(tickets.get(1))) {
            assertThat(oldest.awaitClosing()).isEqualTo(INVALID);
            assertThat(second.nextFrame()).startsWith("{\"type\":\"initial\",");
        }
    }

    @Test
    void theFeedOfAdministratorsOpensToTheirTicketsAlone() {
        Member admin = client.admin();

        try (Feed of = client.openAdminFeedByTicket(client.newTicket(admin.token()));
                Feed other = client.openAdminFeedByTicket(client.newTicket(pia.token()))) {
            assertThat(of.nextFrame()).startsWith("{\"type\":\"projections\"");
            assertThat(other.awaitClosing()).isEqualTo(new Closing(1008, "Non autorisé"));
        }
    }
}
