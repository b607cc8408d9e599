package com.emlyon.connect.promise;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.DeleteAccount;
import com.emlyon.connect.api.event.EventId;
import com.emlyon.connect.api.event.JoinEvent;
import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.platform.postgres.TestPostgres;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A fact that a rule cannot read stops neither the rule nor other streams, and is retried after a fix. */
class PoisonedRuleTest {

    private static final String RULES = "rules";
    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private final TestNode node = TestNode.start(TestPostgres.freshDatabaseUrl(), "--ADMIN_EMAILS=" + TestNode.ADMIN);
    private final Campus campus = new Campus(node);
    private final ContractClient client = new ContractClient(node);
    private final JdbcClient database = node.bean(JdbcClient.class);

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void theRuleGoesOnAndEndsTheTraceWhenTheFactCanBeRead() {
        // given
        Member max = campus.newStudent("Max Two");
        Member pia = campus.newStudent("Pia One");
        AccountId leaving = new AccountId(pia.id());
        String broken = client.newEvent(max, "Gala", "2031-05-01");
        String whole = client.newEvent(max, "Bal", "2031-05-01");
        long position = joinedInAFormThatNoCodeKnows(broken);
        campus.send(new JoinEvent(new EventId(whole), leaving, campus.now()));

        // when
        campus.send(new DeleteAccount(leaving, campus.now()));

        // then
        campus.awaitEndOfHistory(RULES);
        assertThat(typesOf(whole)).containsExactly("EventCreated", "EventJoined", "EventLeft");
        Answer parked = client.get("/api/admin/projections/rules/parked")
                .as(client.admin())
                .send();
        assertThat(parked.items().map(fact -> fact.get("position").longValue())).containsExactly(position);

        // when
        mend(position, pia);
        Answer retried = client.post("/api/admin/projections/rules/parked/retry")
                .as(client.admin())
                .send();

        // then
        assertThat(retried).hasStatus(200);
        await().atMost(A_WHILE)
                .untilAsserted(
                        () -> assertThat(typesOf(broken)).containsExactly("EventCreated", "EventJoined", "EventLeft"));
        assertThat(client.get("/api/admin/projections/rules/parked")
                        .as(client.admin())
                        .send()
                        .items())
                .isEmpty();
    }

    private long joinedInAFormThatNoCodeKnows(String event) {
        return database.sql("""
                        INSERT INTO store.fact
                          (stream, sequence, stream_type, id, type, revision, payload, metadata, recorded_at)
                        VALUES (?, 1, 'CampusEvent', gen_random_uuid(), 'EventJoined', '1', '{"who":"nobody"}', '{}', now())
                        RETURNING position
                        """).param(event).query(Long.class).single();
    }

    private void mend(long position, Member who) {
        database.sql("ALTER TABLE store.fact DISABLE TRIGGER facts_stay").update();
        database.sql("""
                        UPDATE store.fact SET payload = jsonb_build_object(
                          'event', stream, 'account', ?::text, 'at', '2031-01-01T00:00:00Z')
                        WHERE position = ?
                        """).params(who.id(), position).update();
        database.sql("ALTER TABLE store.fact ENABLE TRIGGER facts_stay").update();
    }

    private List<String> typesOf(String stream) {
        return database.sql("SELECT type FROM store.fact WHERE stream = ? ORDER BY sequence")
                .param(stream)
                .query((row, number) -> row.getString(1))
                .list();
    }
}
