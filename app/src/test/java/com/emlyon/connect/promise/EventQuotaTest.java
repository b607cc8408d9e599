package com.emlyon.connect.promise;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.app.event.EventQuotaTable;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.Call;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.contract.Simultaneously;
import com.emlyon.platform.postgres.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An account has no more events than it may have, on however many nodes and in however many requests at once it creates them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventQuotaTest {

    private static final int REQUESTS = 100;
    private static final int A_DAY = 8;
    private static final int TO_COME = 12;
    private static final String TOO_MANY_A_DAY = "Vous avez créé trop d'événements en un jour, réessayez plus tard";
    private static final String TOO_MANY_TO_COME =
            "Vous avez trop d'événements à venir, annulez-en un ou attendez que l'un d'eux ait lieu";
    private static final String NEXT_YEAR =
            Instant.now().plus(Duration.ofDays(365)).toString();
    private static final String LAST_YEAR =
            Instant.now().minus(Duration.ofDays(365)).toString();

    private final String database = TestPostgres.freshDatabaseUrl();
    private final List<TestNode> nodes = List.of(start(), start());
    private final List<ContractClient> clients =
            nodes.stream().map(ContractClient::new).toList();
    private final JdbcClient tables = JdbcClient.create(nodes.getFirst().bean(DataSource.class));

    private TestNode start() {
        return TestNode.start(
                database,
                "--connect.events.most-a-day=" + A_DAY,
                "--connect.events.most-to-come=" + TO_COME,
                // A hundred requests come at once, and share ten connections, on a machine that may be slow.
                "--connect.http.longest-head=60s",
                "--connect.requests.longest-wait=60s",
                "--spring.datasource.hikari.connection-timeout=60000");
    }

    @AfterAll
    void stop() {
        nodes.forEach(TestNode::close);
    }

    @Test
    void ofAHundredEventsAtOnceOnTwoNodesExactlyAsManyAsADayMayHaveAreCreated() {
        Member pia = clients.getFirst().newMember("Pia One");

        // when
        List<Answer> answers = createAtOnce(pia);

        // then
        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(A_DAY);
        assertThat(answers.stream().filter(answer -> answer.status() != 201))
                .hasSize(REQUESTS - A_DAY)
                .allSatisfy(answer -> {
                    assertThat(answer).isFailure(429, TOO_MANY_A_DAY);
                    assertThat(Duration.ofSeconds(
                                    Long.parseLong(answer.header("Retry-After").orElseThrow())))
                            .isBetween(Duration.ofHours(23), Duration.ofHours(24));
                });
        assertThat(eventsOf(pia)).isEqualTo(A_DAY);
    }

    @Test
    void ofAHundredEventsAtOnceOnTwoNodesExactlyAsManyAsMayBeToComeAreCreated() {
        // given
        Member pia = clients.getFirst().newMember("Pia One");
        createAtOnce(pia);
        aDayPasses(pia);

        // when
        List<Answer> answers = createAtOnce(pia);

        // then
        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(TO_COME - A_DAY);
        assertThat(answers.stream().filter(answer -> answer.status() != 201))
                .hasSize(REQUESTS - TO_COME + A_DAY)
                .allSatisfy(answer -> assertThat(answer).isFailure(400, TOO_MANY_TO_COME));
        assertThat(eventsOf(pia)).isEqualTo(TO_COME);
    }

    @Test
    void whatIsCancelledIsNoEventToComeButWasCreatedThatDay() {
        // given
        Member pia = clients.getFirst().newMember("Pia One");
        createAtOnce(pia);
        aDayPasses(pia);
        List<String> ids = createAtOnce(pia).stream()
                .filter(answer -> answer.status() == 201)
                .map(answer -> answer.string("/data/id"))
                .toList();
        assertThat(create(0, pia, NEXT_YEAR).send()).isFailure(400, TOO_MANY_TO_COME);

        // when
        for (String id : ids) {
            assertThat(clients.getLast().delete("/api/events/" + id).as(pia).send())
                    .hasStatus(200);
        }

        // then
        for (int i = 0; i < A_DAY - ids.size(); i++) {
            assertThat(create(i, pia, NEXT_YEAR).send()).hasStatus(201);
        }
        assertThat(create(0, pia, NEXT_YEAR).send()).isFailure(429, TOO_MANY_A_DAY);
    }

    @Test
    void anEventThatIsOverCannotBeMovedAheadBeyondTheLimit() {
        // given
        Member pia = clients.getFirst().newMember("Pia One");
        String over = create(0, pia, NEXT_YEAR).send().string("/data/id");
        assertThat(moved(over, pia, LAST_YEAR)).hasStatus(200);
        tables.sql("UPDATE store.counted_event SET counts_until = '-infinity' WHERE event = ?")
                .param(over)
                .update();
        aDayPasses(pia);
        nodes.getLast().bean(EventQuotaTable.class).sweep();
        String toCome = create(0, pia, NEXT_YEAR).send().string("/data/id");
        createAtOnce(pia);
        aDayPasses(pia);
        createAtOnce(pia);

        // then
        assertThat(moved(over, pia, NEXT_YEAR)).isFailure(400, TOO_MANY_TO_COME);
        assertThat(moved(toCome, pia, NEXT_YEAR.replace("T", " "))).hasStatus(200);
        assertThat(clients.getFirst().delete("/api/events/" + toCome).as(pia).send())
                .hasStatus(200);
        assertThat(moved(over, pia, NEXT_YEAR)).hasStatus(200);
    }

    @Test
    void anEventAnnouncedForThePastCountsToo() {
        // given
        Member pia = clients.getFirst().newMember("Pia One");
        for (int i = 0; i < TO_COME; i++) {
            assertThat(create(i, pia, LAST_YEAR).send()).hasStatus(201);
            aDayPasses(pia);
        }

        assertThat(create(0, pia, LAST_YEAR).send()).isFailure(400, TOO_MANY_TO_COME);
    }

    @Test
    void theLimitOfOneAccountBoundsNoOther() {
        Member pia = clients.getFirst().newMember("Pia One");
        Member max = clients.getFirst().newMember("Max Two");
        createAtOnce(pia);

        assertThat(create(0, max, NEXT_YEAR).send()).hasStatus(201);
        assertThat(create(1, pia, NEXT_YEAR).inEnglish().send())
                .isFailure(429, "You have created too many events in a day, try again later");
    }

    private List<Answer> createAtOnce(Member member) {
        return Simultaneously.send(REQUESTS, i -> create(i, member, NEXT_YEAR));
    }

    private Call create(int node, Member member, String date) {
        return clients.get(node % clients.size())
                .post("/api/events")
                .as(member)
                .within(Duration.ofMinutes(1))
                .json("{\"title\":\"Gala\",\"description\":\"Au parc\",\"date\":\"%s\"}".formatted(date));
    }

    private Answer moved(String event, Member member, String date) {
        return clients.getLast()
                .put("/api/events/" + event)
                .as(member)
                .json("{\"date\":\"%s\"}".formatted(date))
                .send();
    }

    private void aDayPasses(Member member) {
        tables.sql("UPDATE store.counted_event SET created_at = created_at - interval '1 day' WHERE account = ?")
                .param(member.id())
                .update();
    }

    private long eventsOf(Member member) {
        return tables.sql("SELECT count(*) FROM store.fact WHERE type = 'EventCreated' AND payload ->> 'creator' = ?")
                .param(member.id())
                .query(Long.class)
                .single();
    }
}
