package com.emlyon.connect.rebuild;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.emlyon.connect.app.database.EarlierMoment;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.Call;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.contract.Simultaneously;
import com.emlyon.connect.operations.Scrape;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The routes below /api/admin/projections. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AskedOverHttpTest {

    private static final String PATH = "/api/admin/projections";

    private final ContractClient client = new ContractClient(RebuildNode.node());
    private final Member admin = client.admin();

    @BeforeEach
    void nothingIsRebuilt() {
        RebuildNode.awaitCalm(client, admin);
    }

    @Test
    void everyProjectionIsShownAsItStandsUpToTheHeadOfHistory() {
        long head = RebuildNode.head();

        assertThat(client.get(PATH).as(admin).send())
                .hasBody("{\"success\":true,\"data\":[%s,%s,%s]}"
                        .formatted(serving("accounts", head), serving("check-ins", head), serving("events", head)));
        assertThat(client.get(PATH + "/events").as(admin).send())
                .hasBody("{\"success\":true,\"data\":%s}".formatted(serving("events", head)));
    }

    @Test
    void aRebuildIsShownUntilItsTablesServe() {
        long before = RebuildNode.generation(client, admin, "check-ins");
        long next = RebuildNode.nextGeneration("check-ins");
        Answer accepted;
        try (HeldRebuilds _ = HeldRebuilds.of(RebuildNode.node(), "check-ins")) {

            // when
            accepted = client.post(PATH + "/check-ins/rebuild").as(admin).send();

            // then
            assertThat(accepted).hasStatus(202);
            assertThat(accepted.text())
                    .matches(
                            ("\\{\"success\":true,\"message\":\"Reconstruction lancée\",\"data\":\\{\"name\":\"check-ins\","
                                            + "\"state\":\"REBUILDING\",\"generation\":%d,\"position\":%d,\"lagFacts\":0,\"lagSeconds\":0,"
                                            + "\"rebuild\":\\{\"startedAt\":\"[-0-9T:.]+Z\",\"factsDone\":0,\"factsTotal\":%d,"
                                            + "\"factsPerSecond\":0,\"etaSeconds\":null\\}\\}\\}")
                                    .formatted(before, RebuildNode.head(), checkInFacts()));
            assertThat(Scrape.of(client).value("connect_projection_generation", "processor=\"check-ins\""))
                    .isEqualTo(before);
        }
        RebuildNode.awaitStanding(
                client,
                admin,
                "check-ins",
                answer -> answer.at("/data/generation").longValue() == next);
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(RebuildNode.schemas("check-ins"))
                        .containsExactly(RebuildNode.schema("check-ins", next)));
        assertThat(RebuildNode.sql()
                        .sql("SELECT count(*) FROM view.check_in")
                        .query(Long.class)
                        .single())
                .isNotNegative();
    }

    @Test
    void howFastItIsAndHowLongItTakesIsSaidOnceItIsKnown() {
        // An open transaction keeps it from ending before the test has seen that.
        try (EarlierMoment _ = EarlierMoment.hold(RebuildNode.database())) {
            assertThat(client.post(PATH + "/check-ins/rebuild").as(admin).send())
                    .hasStatus(202);

            RebuildNode.awaitStanding(client, admin, "check-ins", answer -> {
                boolean known = answer.at("/data/rebuild/etaSeconds").isNumber();
                if (known) {
                    long left = answer.at("/data/rebuild/factsTotal").longValue()
                            - answer.at("/data/rebuild/factsDone").longValue();
                    long rate = answer.at("/data/rebuild/factsPerSecond").longValue();
                    assertThat(rate).isPositive();
                    assertThat(answer.at("/data/rebuild/etaSeconds").longValue())
                            .isBetween(left / (rate + 1), left / Math.max(1, rate - 1) + 1);
                }
                return known;
            });
        }
    }

    @Test
    void ofTwoWhoAskAtTheSameMomentOneBeginsAndTheOtherIsToldSo() {
        try (HeldRebuilds _ = HeldRebuilds.of(RebuildNode.node(), "events")) {

            List<Answer> answers = Simultaneously.send(
                    2, i -> client.post(PATH + "/events/rebuild").as(admin));

            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(202, 409);
            assertThat(answers.stream()
                            .filter(answer -> answer.status() == 409)
                            .findFirst()
                            .orElseThrow())
                    .isFailure(409, "Cette projection est déjà en cours de reconstruction");
            assertThat(client.post(PATH + "/events/rebuild")
                            .as(admin)
                            .inEnglish()
                            .send())
                    .isFailure(409, "This projection is already being rebuilt");
        }
    }

    /** As when the node that has begun it was killed before it answered. */
    @ParameterizedTest
    @CsvSource({"events, /events/rebuild", "accounts, /rebuild?name=accounts"})
    void aRebuildThatAnInterruptedAttemptHasBegunIsAnsweredAsBegun(String projection, String path) {
        try (HeldRebuilds _ = HeldRebuilds.of(RebuildNode.node(), projection)) {
            // given
            Call rebuild = client.post(PATH + path)
                    .as(admin)
                    .header("Idempotency-Key", UUID.randomUUID().toString());
            Answer lost = rebuild.send();
            assertThat(lost).hasStatus(202);
            RebuildNode.sql()
                    .sql("UPDATE store.idempotency_key SET status = NULL, answer = NULL, claimed_until = begun"
                            + " WHERE account = ?")
                    .param(admin.id())
                    .update();

            // when
            Answer again = rebuild.send();

            // then
            assertThat(again).hasStatus(202);
            assertThat(again.string("/message")).isEqualTo(lost.string("/message"));
            assertThat(client.post(PATH + path).as(admin).send()).hasStatus(409);
        }
    }

    @Test
    void severalOrAllCanBeRebuiltTogetherExceptThoseThatAreAlready() {
        try (HeldRebuilds _ = HeldRebuilds.of(RebuildNode.node(), "accounts", "check-ins", "events")) {

            Answer two = client.post(PATH + "/rebuild?name=accounts&name=events")
                    .as(admin)
                    .send();
            Answer unknown =
                    client.post(PATH + "/rebuild?name=check-ins,nope").as(admin).send();
            Answer rest = client.post(PATH + "/rebuild").as(admin).send();
            Answer again = client.post(PATH + "/rebuild").as(admin).send();

            assertThat(two).hasStatus(202);
            assertThat(two.items(projection -> true)
                            .map(projection -> projection.get("name").stringValue()))
                    .containsExactly("accounts", "events");
            assertThat(unknown).isFailure(404, "Projection introuvable");
            assertThat(rest).hasStatus(202);
            assertThat(rest.items(
                            projection -> projection.get("state").stringValue().equals("REBUILDING")))
                    .hasSize(3);
            assertThat(again).isFailure(409, "Ces projections sont déjà en cours de reconstruction");
        }
    }

    @Test
    void cancelledInTheMiddleARebuildLeavesNothingBehind() {
        long before = RebuildNode.generation(client, admin, "check-ins");
        Answer cancelled;
        // An open transaction keeps it from ending before it is cancelled.
        try (EarlierMoment _ = EarlierMoment.hold(RebuildNode.database())) {
            assertThat(client.post(PATH + "/check-ins/rebuild").as(admin).send())
                    .hasStatus(202);
            RebuildNode.awaitStanding(
                    client,
                    admin,
                    "check-ins",
                    answer -> answer.json().at("/data/rebuild/factsDone").asLong(0) > 0);

            // when
            cancelled = client.delete(PATH + "/check-ins/rebuild").as(admin).send();
        }

        // then
        assertThat(cancelled).hasStatus(200);
        assertThat(cancelled.string("/message")).isEqualTo("Reconstruction annulée");
        assertThat(cancelled.at("/data/rebuild").isNull()).isTrue();
        assertThat(cancelled.at("/data/generation").longValue()).isEqualTo(before);
        assertThat(RebuildNode.schemas("check-ins")).containsExactly("view_check_ins_" + before);
        assertThat(client.delete(PATH + "/check-ins/rebuild").as(admin).send())
                .isFailure(404, "Aucune reconstruction de cette projection n'est en cours");
        assertThat(client.delete(PATH + "/check-ins/rebuild")
                        .as(admin)
                        .inEnglish()
                        .send())
                .isFailure(404, "This projection is not being rebuilt");
        try (HeldRebuilds _ = HeldRebuilds.of(RebuildNode.node(), "check-ins")) {
            assertThat(RebuildNode.schemas("check-ins")).containsExactly("view_check_ins_" + before);
        }
    }

    private static String serving(String name, long position) {
        return "{\"name\":\"%s\",\"state\":\"SERVING\",\"generation\":%s,\"position\":%d,\"lagFacts\":0,\"lagSeconds\":0,\"rebuild\":null}"
                .formatted(
                        name,
                        RebuildNode.sql()
                                .sql("SELECT generation FROM view.generation WHERE projection = ?")
                                .param(name)
                                .query(Long.class)
                                .single(),
                        position);
    }

    private static long checkInFacts() {
        return RebuildNode.sql()
                .sql("SELECT count(*) FROM store.fact WHERE stream_type = 'Presence' OR type = 'AccountDeleted'")
                .query(Long.class)
                .single();
    }
}
