package com.emlyon.connect.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestClock;
import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.app.security.ExpiredSessionCleanup;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Feed;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.contract.Simultaneously;
import com.emlyon.platform.postgres.TestPostgres;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept of sessions and tickets: not more than must be, and not longer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SweepTest {

    private final TestClock clock = new TestClock();
    private final TestNode node = TestNode.start(clock, TestPostgres.freshDatabaseUrl());
    private final ContractClient client = new ContractClient(node);
    private final Member pia = client.newMember("Pia One");

    @AfterAll
    void stop() {
        node.close();
    }

    @BeforeEach
    void everythingHasExpired() {
        clock.advance(Duration.ofDays(8));
        node.bean(ExpiredSessionCleanup.class).sweep();
        assertThat(rows("session") + rows("ticket")).isZero();
    }

    @Test
    void sessionsThatHaveExpiredAreForgottenAndNoOthers() {
        // given
        login();
        clock.advance(Duration.ofDays(6));
        login();
        node.bean(ExpiredSessionCleanup.class).sweep();
        assertThat(rows("session")).isEqualTo(2);

        // when
        clock.advance(Duration.ofDays(2));
        node.bean(ExpiredSessionCleanup.class).sweep();

        // then
        assertThat(rows("session")).isEqualTo(1);
    }

    @Test
    void aTicketThatHasExpiredOpensNothingAndIsForgotten() {
        // given
        String token = login();
        String old = client.newTicket(token);
        String forgotten = client.newTicket(token);
        clock.advance(Duration.ofSeconds(29));
        String fresh = client.newTicket(token);

        // when
        clock.advance(Duration.ofSeconds(2));

        // then
        try (Feed expired = client.openFeedByTicket(old);
                Feed open = client.openFeedByTicket(fresh)) {
            assertThat(expired.awaitClosing().reason()).isEqualTo("Ticket invalide");
            assertThat(open.nextFrame()).startsWith("{\"type\":\"initial\",");
        }
        assertThat(forgotten).isNotEqualTo(old);
        assertThat(rows("ticket")).isEqualTo(2);
        node.bean(ExpiredSessionCleanup.class).sweep();
        assertThat(rows("ticket")).isZero();
    }

    @Test
    void ofATicketOnlyTheHashIsKept() {
        String ticket = client.newTicket(login());

        assertThat(node.bean(JdbcClient.class)
                        .sql("SELECT ticket::text || encode(hash, 'escape') FROM store.ticket AS ticket")
                        .query(String.class)
                        .single())
                .doesNotContain(ticket);
    }

    @Test
    void howeverManyAreAskedForAtTheSameMomentAnAccountHasTwenty() {
        String token = login();

        List<Answer> answers =
                Simultaneously.send(60, i -> client.post("/api/ws-tickets").bearer(token));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
        assertThat(rows("ticket")).isEqualTo(20);
    }

    private String login() {
        return client.login(pia.email(), ContractClient.PASSWORD).string("/data/token");
    }

    private long rows(String table) {
        return node.bean(JdbcClient.class)
                .sql("SELECT count(*) FROM store." + table)
                .query(Long.class)
                .single();
    }
}
