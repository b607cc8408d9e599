package com.emlyon.connect.fold;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestClock;
import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.platform.postgres.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Moments at which a check-in ends by itself, and moments about which clocks disagree. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PastMomentsTest {

    private static final Duration DAY = Duration.ofHours(24);

    private final TestClock clock = new TestClock();
    private final TestNode node =
            TestNode.start(clock, TestPostgres.freshDatabaseUrl(), "--ADMIN_EMAILS=" + TestNode.ADMIN);
    private final ContractClient client = new ContractClient(node);

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void aCheckInIsShownUntilTheEndThatWasAgreedWhenItWasMade() {
        // given
        Member pia = client.newMember("Pia One");
        String checkIn = client.newCheckIn(pia, "Le Sucre");
        Instant made = Instant.ofEpochMilli(client.get("/api/checkins/user/" + pia.id())
                .as(pia)
                .send()
                .at("/data/timestamp")
                .longValue());
        long position = end();
        String shorter = anotherOf(pia, Duration.ofHours(1));

        // when
        clock.advance(DAY.plusHours(1));

        // then
        assertThat(at("check-ins/" + checkIn, position)).hasStatus(200);
        assertThat(at("check-ins/" + checkIn, made.plus(DAY).minusMillis(1))).hasStatus(200);
        assertThat(at("check-ins/" + checkIn, made.plus(DAY))).hasStatus(404);
        assertThat(at("check-ins/user/" + pia.id(), made.plus(DAY).minusMillis(1)))
                .hasStatus(200);
        assertThat(at("check-ins/user/" + pia.id(), made.plus(DAY))).hasStatus(404);
        assertThat(at("check-ins/" + checkIn, "")).hasStatus(404);

        // then
        assertThat(at(
                        "check-ins/user/" + shorter,
                        made.plus(Duration.ofHours(1)).minusMillis(1)))
                .hasStatus(200);
        assertThat(at("check-ins/user/" + shorter, made.plus(Duration.ofHours(1))))
                .hasStatus(404);
    }

    /** Somebody else's check-in like the last one, with another end. */
    private String anotherOf(Member template, Duration lifetime) {
        Member max = client.newMember("Max Two");
        database()
                .sql("""
                        INSERT INTO store.fact (stream, sequence, stream_type, id, type, revision, payload, metadata, recorded_at)
                        SELECT 'presence-' || :account, 0, stream_type, gen_random_uuid(), type, revision,
                               payload || jsonb_build_object('account', :account, 'checkIn', gen_random_uuid(), 'until',
                                 (payload ->> 'at')::timestamptz + :seconds * interval '1 second'),
                               metadata, recorded_at
                        FROM store.fact WHERE stream = :template
                        """)
                .param("account", max.id())
                .param("template", "presence-" + template.id())
                .param("seconds", lifetime.toSeconds())
                .update();
        return max.id();
    }

    @Test
    void whereClocksDisagreeNothingIsShownThatWasRecordedLaterNorWhatCameAfterIt() {
        // given
        Member eva = client.newMember("Eva One");
        Instant registered = Instant.parse(
                client.get("/api/admin/history/" + eva.id()).as(admin()).send().string("/data/0/recordedAt"));
        rename(eva, 1, "Eva Two", registered.plusSeconds(600));
        rename(eva, 2, "Eva Three", registered.plusSeconds(60));
        clock.advance(DAY);

        // then
        assertThat(name(eva, registered)).isEqualTo("Eva One");
        assertThat(name(eva, registered.plusSeconds(300))).isEqualTo("Eva One");
        assertThat(name(eva, registered.plusSeconds(599))).isEqualTo("Eva One");
        assertThat(name(eva, registered.plusSeconds(600))).isEqualTo("Eva Three");
        assertThat(name(eva, end() - 1)).isEqualTo("Eva Two");
    }

    private void rename(Member member, long sequence, String name, Instant recordedAt) {
        database()
                .sql("""
                        INSERT INTO store.fact (stream, sequence, stream_type, id, type, revision, payload, metadata, recorded_at)
                        VALUES (:account, :sequence, 'Account', gen_random_uuid(), 'AccountRenamed', '1',
                                jsonb_build_object('account', :account, 'name', :name, 'at', :at), '{}', :at::timestamptz)
                        """)
                .param("account", member.id())
                .param("sequence", sequence)
                .param("name", name)
                .param("at", recordedAt.toString())
                .update();
    }

    private String name(Member member, Object moment) {
        return at("accounts/" + member.id(), moment).string("/data/name");
    }

    private Answer at(String path, Object moment) {
        return client.get("/api/admin/%s?asOf=%s".formatted(path, moment))
                .as(admin())
                .send();
    }

    private Member admin() {
        return client.admin();
    }

    private long end() {
        return database()
                .sql("SELECT max(position) FROM store.fact")
                .query(Long.class)
                .single();
    }

    private JdbcClient database() {
        return node.bean(JdbcClient.class);
    }
}
