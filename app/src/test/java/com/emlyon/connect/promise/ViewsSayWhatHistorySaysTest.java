package com.emlyon.connect.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.cli.Ran;
import com.emlyon.platform.postgres.TestPostgres;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The command {@code verify}, beside a running service. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ViewsSayWhatHistorySaysTest {

    private static final String EQUAL = "(?s).*accounts: equal; .*check-ins: equal; .*events: equal; .*";

    private final LivelyTerm term = new LivelyTerm();

    @AfterAll
    void stop() {
        term.close();
    }

    @Test
    void afterALivelyTermTheyDo() {
        Ran ran = Ran.verify(term.database());

        assertThat(ran.exitCode()).as(ran.text()).isZero();
        assertThat(ran.text()).matches(EQUAL).contains("facts folded, position");
    }

    @Test
    void andWhileTheTermGoesOn() {
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Void> students = CompletableFuture.runAsync(() -> {
            while (!over.get()) {
                term.goOn(10);
            }
        });
        try {
            for (int i = 0; i < 2; i++) {
                Ran ran = Ran.verify(term.database());
                assertThat(ran.exitCode()).as(ran.text()).isZero();
            }
        } finally {
            over.set(true);
            students.join();
            term.awaitItsEnd();
        }
    }

    @Test
    void whoVerifiesChangesNothingAndLooksAtThePositionWhereTheTablesAre() {
        String other = TestPostgres.freshDatabaseUrl();
        Ran tooEarly = Ran.verify(other);
        assertThat(tooEarly.text()).contains("the database has no tables yet");
        assertThat(tooEarly.exitCode()).isEqualTo(3);
        try (TestNode late = TestNode.start(other)) {
            // given
            Views views = new Views(late, 200);
            RandomHistory more = new RandomHistory(1, new Campus(late));
            views.follow();
            more.goOn(50);
            String before = positions(late);

            // when
            Ran ran = Ran.verify(other);

            // then
            assertThat(ran.exitCode()).as(ran.text()).isZero();
            assertThat(positions(late)).isEqualTo(before);

            // when
            views.follow();

            // then
            assertThat(positions(late)).isNotEqualTo(before);
            assertThat(Ran.verify(other).exitCode()).isZero();
        }
    }

    private static String positions(TestNode node) {
        return node.bean(JdbcClient.class)
                .sql("SELECT string_agg(whole::text, ', ' ORDER BY projection) FROM view.generation AS whole"
                        + " WHERE projection NOT IN ('avatars', 'rules')")
                .query(String.class)
                .single();
    }

    @Test
    void parkedFactsAreNamedAsWhatTheViewLacksAndNothingElseHidesBehindThem() {
        String other = TestPostgres.freshDatabaseUrl();
        try (TestNode poisoned = TestNode.start(other)) {
            // given
            JdbcClient client = poisoned.bean(JdbcClient.class);
            new RandomHistory(2, new Campus(poisoned)).goOn(20);
            client.sql("""
                    INSERT INTO store.fact (stream, sequence, stream_type, id, type, revision, payload, metadata, recorded_at)
                    VALUES ('poisoned', 0, 'Account', gen_random_uuid(), 'AccountRenamed', '1', '{"at": 7}', '{}', now())
                    """).update();
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> client.sql("SELECT count(*) FROM view.parked WHERE projection = 'accounts'")
                                    .query(Long.class)
                                    .single()
                            == 1);
            Object position =
                    client.sql("SELECT position FROM view.parked").query().singleValue();

            // when
            Ran ran = Ran.verify(other, "accounts");

            // then
            assertThat(ran.exitCode()).isOne();
            assertThat(ran.text())
                    .contains("accounts: the fact at position %s is parked".formatted(position))
                    .contains("accounts: equal, apart from 1 parked facts; ");
            assertThat(Ran.verify(other, "check-ins", "events").exitCode()).isZero();

            // when
            client.sql("UPDATE view_accounts_1.account SET name = 'x'").update();

            // then
            assertThat(Ran.verify(other, "accounts").text())
                    .contains("name differs", "DIFFERENT in", "apart from 1 parked facts");
        }
    }
}
