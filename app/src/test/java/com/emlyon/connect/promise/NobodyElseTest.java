package com.emlyon.connect.promise;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Feed;
import com.emlyon.connect.contract.Feed.Closing;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.contract.Simultaneously;
import com.emlyon.connect.contract.TokenForge;
import com.emlyon.platform.postgres.TestPostgres;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What has ended opens nothing any more, on two nodes: the next request is refused, whichever node it goes to, and open
 * sockets are closed. Time stands still, so nobody is looked at again merely because it has passed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NobodyElseTest {

    private static final int POLICY_VIOLATION = 1008;
    private static final Closing TOKEN_INVALID = new Closing(POLICY_VIOLATION, "Token invalide");
    private static final Closing TICKET_INVALID = new Closing(POLICY_VIOLATION, "Ticket invalide");
    private static final Closing SESSION_ENDED = new Closing(POLICY_VIOLATION, "Session terminée");
    private static final String SESSIONS = "/api/users/me/sessions";

    private final StandingClock clock = new StandingClock();
    private final String database = TestPostgres.freshDatabaseUrl();
    private final TestNode nodeOne = TestNode.start(clock, database);
    private final TestNode nodeTwo = TestNode.start(clock, database);
    private final Campus campus = new Campus(nodeOne);
    private final ContractClient one = new ContractClient(nodeOne);
    private final ContractClient two = new ContractClient(nodeTwo);
    private final Member max = campus.newStudent("Max Two");
    private Member pia = max;

    @BeforeEach
    void somebodyNew() {
        pia = campus.newStudent("Pia One");
    }

    @AfterAll
    void stop() {
        nodeTwo.close();
        nodeOne.close();
    }

    @Test
    void theTokenOfADeletedAccount() {
        endsWith(
                TOKEN_INVALID,
                List.of(pia.token()),
                () -> done(one.deletionOf(pia).send()));
    }

    @Test
    void theTokenOfWhoHasLoggedOutAndOnlyThatOne() {
        String phone = login(two);
        try (Feed stays = one.openFeed(phone).awaitInitial()) {
            endsWith(
                    SESSION_ENDED,
                    List.of(pia.token()),
                    () -> done(two.delete(SESSIONS + "/current").as(pia).send()));

            assertThat(two.get("/api/users/me").bearer(phone).send()).hasStatus(200);
            String event = two.newEvent(max, "Gala", "2031-05-01");
            stays.awaitFrame(frame -> frame.contains(event), event);
        }
    }

    @Test
    void theTokenOfASessionThatWasEndedFromElsewhere() {
        String phone = login(one);
        String session = two.get(SESSIONS)
                .bearer(phone)
                .send()
                .items(listed -> listed.get("current").booleanValue())
                .map(current -> current.get("id").stringValue())
                .findFirst()
                .orElseThrow();

        endsWith(
                SESSION_ENDED,
                List.of(phone),
                () -> done(two.delete(SESSIONS + "/" + session).as(pia).send()));

        assertThat(one.get("/api/users/me").as(pia).send()).hasStatus(200);
    }

    @Test
    void everyTokenOfWhoHasLoggedOutEverywhereThoseOfTheOriginalToo() {
        endsWith(
                SESSION_ENDED,
                List.of(pia.token(), login(two), formerToken(3_600)),
                () -> done(one.delete(SESSIONS).as(pia).send()));
    }

    @Test
    void everyOtherTokenOfWhoHasChangedThePassword() {
        String phone = login(two);
        try (Feed stays = two.openFeed(phone).awaitInitial()) {
            endsWith(
                    SESSION_ENDED,
                    List.of(pia.token(), formerToken(3_600)),
                    () -> done(one.put("/api/users/me/password")
                            .bearer(phone)
                            .json("{\"currentPassword\":\"lemotdepasse\",\"newPassword\":\"autremotdepasse\"}")
                            .send()));

            assertThat(two.get("/api/users/me").bearer(phone).send()).hasStatus(200);
            String event = one.newEvent(max, "Gala", "2031-05-01");
            stays.awaitFrame(frame -> frame.contains(event), event);
        }
    }

    @Test
    void theFormerPasswordWhileItIsBeingChangedAtBothNodes() {
        // when
        List<Answer> answers = Simultaneously.send(
                8,
                i -> (i % 2 == 0 ? one : two)
                        .put("/api/users/me/password")
                        .as(pia)
                        .json("{\"currentPassword\":\"lemotdepasse\",\"newPassword\":\"nouveau %d\"}".formatted(i)));

        // then
        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 200))
                .hasSize(7)
                .allSatisfy(loser -> assertThat(loser).isFailure(403, "Mot de passe incorrect"));
    }

    @Test
    void aTokenThatHasExpired() {
        String token = formerToken(4);
        try (Feed here = one.openFeed(token).awaitInitial();
                Feed there = two.openChanges(token, Optional.empty())) {
            assertThat(there.nextFrame()).startsWith("{\"type\":\"snapshot\"");

            // when
            clock.advance(Duration.ofSeconds(4));

            // then
            Closing expired = new Closing(POLICY_VIOLATION, "Token expiré");
            assertThat(here.awaitClosing()).isEqualTo(expired);
            assertThat(there.awaitClosing()).isEqualTo(expired);
        }
        isRefused(token, TOKEN_INVALID);
    }

    @Test
    void aTicketThatWasUsed() {
        String ticket = one.newTicket(pia.token());
        try (Feed feed = two.openFeedByTicket(ticket).awaitInitial();
                Feed again = two.openFeedByTicket(ticket);
                Feed elsewhere = one.openFeedByTicket(ticket)) {
            assertThat(again.awaitClosing()).isEqualTo(TICKET_INVALID);
            assertThat(elsewhere.awaitClosing()).isEqualTo(TICKET_INVALID);
            assertThat(feed.isClosed()).isFalse();
        }
    }

    @Test
    void theTicketsOfWhoHasLoggedOutUsedOrNot() {
        String token = login(one);
        String former = formerToken(3_600);
        List<String> unused = List.of(one.newTicket(token), two.newTicket(former));
        try (Feed ofToken = two.openFeedByTicket(one.newTicket(token)).awaitInitial();
                Feed ofFormer = one.openFeedByTicket(two.newTicket(former)).awaitInitial()) {
            done(one.delete(SESSIONS).bearer(token).send());

            assertThat(ofToken.awaitClosing()).isEqualTo(SESSION_ENDED);
            assertThat(ofFormer.awaitClosing()).isEqualTo(SESSION_ENDED);
        }
        for (String ticket : unused) {
            try (Feed feed = two.openFeedByTicket(ticket)) {
                assertThat(feed.awaitClosing()).isEqualTo(TICKET_INVALID);
            }
        }
    }

    /** Opens sockets of both kinds on both nodes with each of the tokens, and sees them end. */
    private void endsWith(Closing farewell, List<String> tokens, Runnable ending) {
        List<Feed> feeds = tokens.stream()
                .flatMap(token -> Stream.of(one, two)
                        .flatMap(node -> Stream.of(node.openFeed(token), node.openChanges(token, Optional.empty()))))
                .toList();
        feeds.forEach(feed -> assertThat(feed.nextFrame()).matches("\\{\"type\":\"(initial|snapshot)\".*"));

        ending.run();

        tokens.forEach(token -> isRefused(token, TOKEN_INVALID));
        assertThat(feeds).allSatisfy(feed -> assertThat(feed.awaitClosing()).isEqualTo(farewell));
        feeds.forEach(Feed::close);
    }

    private void isRefused(String token, Closing atTheFeed) {
        for (ContractClient node : List.of(one, two)) {
            assertThat(node.get("/api/users/me").bearer(token).send()).isFailure(401, "Token invalide");
            assertThat(node.post("/api/ws-tickets").bearer(token).send()).isFailure(401, "Token invalide");
            try (Feed feed = node.openFeed(token)) {
                assertThat(feed.awaitClosing()).isEqualTo(atTheFeed);
                assertThat(feed.frameAtHand()).isEmpty();
            }
        }
    }

    private static void done(Answer answer) {
        assertThat(answer).hasStatus(200);
    }

    private String login(ContractClient node) {
        return node.login(pia.email(), ContractClient.PASSWORD).string("/data/token");
    }

    /** A token as the original service made it, issued a minute ago. */
    private String formerToken(long secondsLeft) {
        TokenForge forge = one.forge();
        Instant now = clock.instant();
        return forge.signed(
                "HS256",
                TokenForge.claims(pia.id(), now.minusSeconds(60), now.plusSeconds(secondsLeft)),
                forge.secret());
    }

    /** Time that passes only when the test says so. */
    private static final class StandingClock extends Clock {

        private final AtomicReference<Instant> now =
                new AtomicReference<>(Instant.now().truncatedTo(ChronoUnit.MILLIS));

        void advance(Duration time) {
            now.updateAndGet(before -> before.plus(time));
        }

        @Override
        public Instant instant() {
            return Objects.requireNonNull(now.get());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("Nobody asks for it");
        }
    }
}
