package com.emlyon.connect.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.app.audit.Finding.Whole;
import com.emlyon.connect.app.audit.Kind;
import com.emlyon.connect.app.audit.Note;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.platform.postgres.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Nobody waits for the trail, and nobody fails because of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrailBesideRequestsTest {

    private static final int MORE_THAN_MAY_WAIT = 11_000;

    /** Whoever asks whether all is entered may find no room either. */
    private static final int QUESTIONS_WITHOUT_ROOM = 100;

    private final TestNode node = TestNode.start(TestPostgres.freshDatabaseUrl());
    private final Trail trail = new Trail(node);
    private final ContractClient client = new ContractClient(node);
    private final Member pia = client.newMember("Pia One");

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void whileNobodyCanWriteItLoginsGoOnAndAreEnteredLater() throws SQLException {
        // given
        try (Connection somebody = atTheEndOfTheChain()) {

            // when
            assertThat(client.login(pia.email(), ContractClient.PASSWORD).status())
                    .isEqualTo(200);
            assertThat(client.login(pia.email(), "pas celui-ci").status()).isEqualTo(401);

            // then
            assertThat(trail.count(Kind.LOGGED_IN)).isZero();
            somebody.rollback();
        }
        trail.awaitEntered();
        assertThat(trail.told(Kind.LOGGED_IN, "subject")).containsExactly(pia.id());
        assertThat(trail.told(Kind.LOGIN_REFUSED, "subject")).containsExactly(pia.id());
    }

    @Test
    void ofWhatFindsNoRoomMeanwhileTheNumberIsEntered() throws SQLException {
        // given
        trail.awaitEntered();
        try (Connection somebody = atTheEndOfTheChain()) {

            // when
            IntStream.range(0, MORE_THAN_MAY_WAIT)
                    .forEach(i -> trail.note(Note.of(Kind.PAST_READ).with("place", i)));
            somebody.rollback();
        }
        trail.awaitEntered();

        // then
        long lost = trail.told(Kind.ENTRIES_LOST, "details ->> 'lost'").stream()
                .mapToLong(Long::parseLong)
                .sum();
        assertThat(lost).isPositive();
        assertThat(trail.count(Kind.PAST_READ) + lost)
                .isBetween((long) MORE_THAN_MAY_WAIT, (long) MORE_THAN_MAY_WAIT + QUESTIONS_WITHOUT_ROOM);
        assertThat(trail.chain().check()).isInstanceOf(Whole.class);
    }

    @Test
    void whatWasNotedIsEnteredBeforeTheNodeStops() {
        String database = TestPostgres.freshDatabaseUrl();
        try (TestNode other = TestNode.start(database)) {
            IntStream.range(0, 500).forEach(i -> new Trail(other).note(Note.of(Kind.LOGGED_IN)));
        }

        assertThat(JdbcClient.create(new DriverManagerDataSource(database))
                        .sql("SELECT details::text FROM store.audit ORDER BY number")
                        .query(String.class)
                        .list())
                .containsExactly("{}", "{}", "{}", "{}", "{}", "{\"more\":495}");
    }

    private Connection atTheEndOfTheChain() throws SQLException {
        Connection somebody = node.bean(DataSource.class).getConnection();
        somebody.setAutoCommit(false);
        try (Statement lock = somebody.createStatement()) {
            lock.execute("SELECT FROM store.audit_end FOR UPDATE");
        }
        return somebody;
    }
}
