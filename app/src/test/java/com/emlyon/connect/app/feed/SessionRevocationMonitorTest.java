package com.emlyon.connect.app.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.emlyon.connect.app.TestClock;
import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.app.security.Session;
import com.emlyon.connect.app.security.Sessions;
import com.emlyon.connect.app.security.Tickets;
import com.emlyon.connect.app.security.TokenClaims;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Feed.Closing;
import com.emlyon.connect.contract.Member;
import com.emlyon.platform.eventstore.database.DatabaseAvailability;
import com.emlyon.platform.eventstore.personal.MasterKeyAvailability;
import com.emlyon.platform.postgres.TestPostgres;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.socket.WebSocketSession;

/** Nobody stays who may not, even when word is missed, or the session ends in the very moment in which somebody comes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionRevocationMonitorTest {

    private static final Closing ENDED = new Closing(1008, "Session terminée");
    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private final TestClock clock = new TestClock();
    private final TestNode node =
            TestNode.start(clock, TestPostgres.freshDatabaseUrl(), "--ADMIN_EMAILS=" + TestNode.ADMIN);
    private final ContractClient client = new ContractClient(node);
    private final JdbcClient database = node.bean(JdbcClient.class);
    private final Sessions sessions = node.bean(Sessions.class);
    private final Member pia = client.newMember("Pia One");

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void aSessionThatEndsBetweenTheLookAtItAndTheWelcomeIsShownOut() throws IOException {
        // given
        String token = login(pia);
        TokenClaims pass = sessions.read(token).orElseThrow();
        WebSocketSession earlier = connection(token);
        WebSocketSession late = connection(token);
        CircleOfATest feedChannel = new CircleOfATest(caller -> {
            sessions.end(pass);
            awaitClosing(earlier);
        });
        SessionRevocationMonitor sessionRevocationMonitor = node.bean(SessionRevocationMonitor.class);
        sessionRevocationMonitor.watch(feedChannel.subscriber(pass, earlier));

        // when
        handler(feedChannel, node.bean(MasterKeyAvailability.class)).afterConnectionEstablished(late);

        // then
        assertThat(feedChannel.joined).isTrue();
        verify(late, timeout(A_WHILE.toMillis())).close(FeedCloseReason.SESSION_ENDED.status());
    }

    @Test
    void whoComesInTheMomentInWhichAMasterKeyIsFoundMissingIsClosedLikeAllOthers() throws IOException {
        // given
        WebSocketSession late = connection(login(pia));
        CircleOfATest feedChannel = new CircleOfATest(caller -> {});
        MasterKeyAvailability masterKeys = mock(MasterKeyAvailability.class);
        when(masterKeys.isMissing()).thenReturn(false, true);

        // when
        handler(feedChannel, masterKeys).afterConnectionEstablished(late);

        // then
        assertThat(feedChannel.joined).isFalse();
        verify(late, timeout(A_WHILE.toMillis())).close(FeedCloseReason.WITHOUT_DATABASE.status());
    }

    private FeedHandler handler(FeedChannel feedChannel, MasterKeyAvailability masterKeys) {
        return new FeedHandler(
                sessions,
                node.bean(Tickets.class),
                node.bean(SessionRevocationMonitor.class),
                feedChannel,
                new ConnectionLimiter(1, 1),
                node.bean(DatabaseAvailability.class),
                masterKeys,
                new SocketLimits(node.bean(FeedLimits.class)));
    }

    @Test
    void wordThatWasMissedWhileNobodyHeardIsMadeUpFor() {
        String token = login(pia);
        try (var feed = client.openFeed(token).awaitInitial();
                var other = client.openFeed(login(pia)).awaitInitial()) {
            // when
            endSilently(token);
            database.sql("""
                            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                            WHERE datname = current_database() AND application_name = 'emlyon-connect signals'
                            """).query(Boolean.class).list();

            // then
            assertThat(feed.awaitClosing()).isEqualTo(ENDED);
            assertThat(other.isClosed()).isFalse();
        }
    }

    @Test
    void whoeverNobodyHasToldOfIsFoundAfterHalfAMinute() {
        String token = login(pia);
        try (var feed = client.openFeed(token).awaitInitial();
                var other = client.openFeed(login(pia)).awaitInitial()) {
            // when
            endSilently(token);
            clock.advance(Duration.ofSeconds(31));

            // then
            assertThat(feed.awaitClosing()).isEqualTo(ENDED);
            assertThat(other.isClosed()).isFalse();
        }
    }

    @Test
    void theFeedOfAdministratorsClosesToo() {
        String token = login(client.admin());
        try (var feed = client.openAdminFeed(token)) {
            assertThat(feed.nextFrame()).startsWith("{\"type\":\"projections\"");

            client.delete("/api/users/me/sessions/current").bearer(token).send();

            assertThat(feed.awaitClosing()).isEqualTo(ENDED);
        }
    }

    @Test
    void whenTheTokenHasExpiredSoHasTheSocketHoweverItWasOpened() {
        Member admin = client.admin();
        try (var byToken = client.openFeed(login(pia)).awaitInitial();
                var byTicket =
                        client.openFeedByTicket(client.newTicket(login(pia))).awaitInitial();
                var ofAdmin = client.openAdminFeed(admin.token())) {
            ofAdmin.nextFrame();
            clock.advance(Duration.ofDays(6));
            try (var younger = client.openFeed(login(pia)).awaitInitial()) {

                // when
                clock.advance(Duration.ofDays(1));

                // then
                assertThat(List.of(byToken, byTicket, ofAdmin))
                        .allSatisfy(
                                feed -> assertThat(feed.awaitClosing()).isEqualTo(new Closing(1008, "Token expiré")));
                assertThat(younger.isClosed()).isFalse();
            }
        }
    }

    private String login(Member member) {
        return client.login(member.email(), ContractClient.PASSWORD).string("/data/token");
    }

    /** So that the database tells nobody. */
    private void endSilently(String token) {
        TokenClaims.OfSession pass =
                (TokenClaims.OfSession) sessions.read(token).orElseThrow();
        Stream.of(
                        "ALTER TABLE store.session DISABLE TRIGGER ended_sessions_are_told",
                        "DELETE FROM store.session WHERE id = '%s'".formatted(pass.session()),
                        "ALTER TABLE store.session ENABLE TRIGGER ended_sessions_are_told")
                .forEach(statement -> database.sql(statement).update());
    }

    private static WebSocketSession connection(String token) {
        WebSocketSession connection = mock(WebSocketSession.class);
        when(connection.getId()).thenReturn("of a test");
        when(connection.isOpen()).thenReturn(true);
        when(connection.getUri()).thenReturn(URI.create("ws://localhost/ws?token=" + token));
        when(connection.getAttributes()).thenReturn(new HashMap<>());
        return connection;
    }

    private static void awaitClosing(WebSocketSession connection) {
        try {
            verify(connection, timeout(A_WHILE.toMillis())).close(any());
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Lets something happen after somebody was looked at, and before they are let in. */
    private static final class CircleOfATest implements FeedChannel {

        private final Consumer<Session> meanwhile;
        private boolean joined;

        CircleOfATest(Consumer<Session> meanwhile) {
            this.meanwhile = meanwhile;
        }

        @Override
        public boolean admits(Session session) {
            meanwhile.accept(session);
            return true;
        }

        @Override
        public List<String> protocols() {
            return List.of();
        }

        @Override
        public Subscriber<?> subscriber(TokenClaims pass, WebSocketSession session) {
            return new Subscriber<>(pass, session, new ConflatingOutbox(), Duration.ofSeconds(25));
        }

        @Override
        public void join(Subscriber<?> subscriber) {
            joined = true;
        }

        @Override
        public void leave(Subscriber<?> subscriber) {}
    }
}
