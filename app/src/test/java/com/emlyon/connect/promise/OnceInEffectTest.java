package com.emlyon.connect.promise;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.idempotency.KeySweep;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.Call;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.contract.Multipart;
import com.emlyon.connect.contract.Pictures;
import com.emlyon.connect.contract.Simultaneously;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same {@code Idempotency-Key} has one effect and one answer, on any node. */
@Timeout(180)
class OnceInEffectTest {

    private static final int REQUESTS = 100;
    private static final Duration A_WHILE = Duration.ofSeconds(60);
    private static final String CHECK_IN = "{\"locationName\":\"Le Sucre\",\"latitude\":45.7489,\"longitude\":4.8181}";

    private final TwoNodes nodes = TwoNodes.shared();
    private final JdbcClient database = nodes.node(0).bean(JdbcClient.class);
    private final Member pia = nodes.campus(0).newStudent("Pia One");
    private final String key = UUID.randomUUID().toString();
    private final KeyedEvents keyed = new KeyedEvents(nodes, pia);

    @Test
    void ofAHundredSimultaneousRequestsWithTheSameKeyOneHasAnEffectAndAllHaveItsAnswer() {
        // when
        List<Answer> answers = Simultaneously.send(REQUESTS, i -> keyed.create(i, "Gala", key));

        // then
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(201, 409));
        List<Answer> done =
                answers.stream().filter(answer -> answer.status() == 201).toList();
        assertThat(done).isNotEmpty();
        assertThat(done).extracting(Answer::text).containsOnly(done.getFirst().text());
        assertThat(answers.stream().filter(answer -> answer.status() == 409)).allSatisfy(answer -> {
            assertThat(answer)
                    .isFailure(409, "Une requête avec cette Idempotency-Key est en cours, réessayez dans un instant");
            assertThat(answer.header("Retry-After")).isPresent();
        });
        assertThat(keyed.eventsCreatedBy(pia)).isEqualTo(1);
        for (int node = 0; node < 2; node++) {
            assertThat(keyed.create(node, "Gala", key).send())
                    .hasStatus(201)
                    .hasBody(done.getFirst().text());
        }
    }

    @Test
    void everyPostIsAnsweredAgainAsBeforeOnTheOtherNodeAndDoesNothing() {
        Member max = nodes.campus(1).newStudent("Max Two");
        String gala = nodes.client(0).newEvent(max, "Gala", "2099-05-01");
        String newcomer = "{\"email\":\"%s\",\"password\":\"lemotdepasse\",\"name\":\"Ana\"}"
                .formatted(ContractClient.freshEmail());
        byte[] picture = Pictures.png();
        Map<String, Function<ContractClient, Call>> posts = new LinkedHashMap<>();
        posts.put("register", client -> client.post("/api/auth/register").json(newcomer));
        posts.put("login", client -> client.post("/api/auth/login").json(newcomer));
        posts.put("check in", client -> client.post("/api/checkins").as(pia).json(CHECK_IN));
        posts.put("create", client -> client.post("/api/events").as(pia).json(KeyedEvents.EVENT.formatted("Bal")));
        posts.put(
                "join", client -> client.post("/api/events/" + gala + "/attend").as(pia));
        posts.put(
                "picture",
                client -> client.post("/api/users/me/avatar")
                        .as(pia)
                        .multipart(Multipart.avatar("moi.png", "image/png", picture)));
        posts.put("ticket", client -> client.post("/api/ws-tickets").as(pia));

        // What rules still do about accounts that other tests have deleted adds facts, too.
        nodes.campus(0).awaitEndOfHistory("rules");
        posts.forEach((name, post) -> {
            // given
            String itsKey = '"' + UUID.randomUUID().toString() + '"';
            Answer first = post.apply(nodes.client(0))
                    .header("Idempotency-Key", itsKey)
                    .send();
            assertThat(first.status()).as("%s: %s", name, first).isIn(200, 201);
            long facts = nodes.history().end();
            long sessions = count("store.session");
            long tickets = count("store.ticket");

            for (int node = 1; node >= 0; node--) {
                // when
                Answer again = post.apply(nodes.client(node))
                        .header("Idempotency-Key", itsKey)
                        .send();

                // then
                assertThat(again).hasStatus(first.status()).hasBody(first.text());
                assertThat(again.header("Content-Type").map(OnceInEffectTest::mediaType))
                        .isEqualTo(first.header("Content-Type").map(OnceInEffectTest::mediaType));
            }
            assertThat(nodes.history().end()).as(name).isEqualTo(facts);
            assertThat(count("store.session")).as(name).isEqualTo(sessions);
            assertThat(count("store.ticket")).as(name).isEqualTo(tickets);
        });
    }

    private static String mediaType(String contentType) {
        return contentType.replace(" ", "").toLowerCase(java.util.Locale.ROOT);
    }

    @Test
    void anotherRequestWithTheSameKeyIsRefusedAndSomebodyElsesKeyIsTheirOwn() {
        Member max = nodes.campus(1).newStudent("Max Two");
        assertThat(keyed.create(0, "Gala", key).send()).hasStatus(201);

        assertThat(keyed.create(1, "Bal", key).send())
                .isFailure(422, "Cette Idempotency-Key a servi pour une autre requête");
        assertThat(nodes.client(1)
                        .post("/api/checkins")
                        .as(pia)
                        .header("Idempotency-Key", key)
                        .json(CHECK_IN)
                        .inEnglish()
                        .send())
                .isFailure(422, "This Idempotency-Key was used for another request");
        assertThat(nodes.client(1)
                        .post("/api/events")
                        .as(max)
                        .header("Idempotency-Key", key)
                        .json(KeyedEvents.EVENT.formatted("Bal"))
                        .send())
                .hasStatus(201);
        assertThat(keyed.create(1, "Gala", "no key").send())
                .isFailure(400, "L'en-tête Idempotency-Key doit être un seul texte de 1 à 255 caractères");
        assertThat(keyed.eventsCreatedBy(pia)).isEqualTo(1);
    }

    @Test
    void aRefusalIsRepeatedAlthoughTheCampusHasChanged() {
        Member max = nodes.campus(1).newStudent("Max Two");
        String path = "/api/events/" + nodes.client(0).newEvent(max, "Gala", "2099-05-01") + "/attend";
        assertThat(nodes.client(0).post(path).as(pia).send()).hasStatus(200);
        Call refused = nodes.client(0).post(path).as(pia).header("Idempotency-Key", key);
        assertThat(refused.send()).isFailure(400, "Vous participez déjà à cet événement");

        assertThat(nodes.client(1).delete(path).as(pia).send()).hasStatus(200);

        assertThat(refused.send()).isFailure(400, "Vous participez déjà à cet événement");
        assertThat(nodes.client(0)
                        .post(path)
                        .as(pia)
                        .header("Idempotency-Key", key + "2")
                        .send())
                .hasStatus(200);
    }

    @Test
    void aKeyIsForgottenAfterADayAndWithItsAccountAndIsNowhereInClear() {
        // given
        assertThat(keyed.create(0, "Gala", key).send()).hasStatus(201);
        assertThat(rows()).doesNotContain(key).doesNotContain("Gala").contains(pia.id());

        // when
        database.sql("UPDATE store.idempotency_key SET begun = begun - interval '25 hours' WHERE account = ?")
                .param(pia.id())
                .update();

        // then
        assertThat(keyed.create(1, "Bal", key).send()).hasStatus(201);
        assertThat(keyed.eventsCreatedBy(pia)).isEqualTo(2);

        // when
        database.sql("UPDATE store.idempotency_key SET begun = begun - interval '25 hours' WHERE account = ?")
                .param(pia.id())
                .update();
        nodes.node(0).bean(KeySweep.class).sweep();

        // then
        assertThat(keyed.claims()).isZero();

        // when
        assertThat(keyed.create(0, "Gala", key).send()).hasStatus(201);
        assertThat(keyed.claims()).isEqualTo(1);
        assertThat(nodes.client(1).deletionOf(pia).send()).hasStatus(200);

        // then
        assertThat(keyed.claims()).isZero();
    }

    private String rows() {
        return database.sql("SELECT string_agg(k::text, ' ') FROM store.idempotency_key AS k WHERE account = ?")
                .param(pia.id())
                .query(String.class)
                .single();
    }

    private long count(String table) {
        return database.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }
}
