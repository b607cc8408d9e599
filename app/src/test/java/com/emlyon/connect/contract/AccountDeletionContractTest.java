package com.emlyon.connect.contract;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** DELETE /api/users/me, which the original did not have, and D4: what is left of a deleted account. */
@ContractTest
class AccountDeletionContractTest {

    private static final int POLICY_VIOLATION = 1008;
    private static final String DELETED = "{\"success\":true,\"message\":\"Compte supprimé\"}";

    private final ContractClient client = new ContractClient();
    private final Member max = client.newMember("Max Two");
    private final Member gone = deletedMember();

    @Test
    void deletingAnswersThatTheAccountIsGone() {
        Member pia = client.newMember("Pia One");

        assertThat(delete(pia, ContractClient.PASSWORD)).hasStatus(200).hasBody(DELETED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"password\":\"\"}",
                "{\"password\":null}",
                "{\"password\":12345678}",
                "{\"password\":[\"lemotdepasse\"]}",
                "{\"lemotdepasse\":\"lemotdepasse\"}"
            })
    void withoutAPasswordNothingIsDeleted(String body) {
        assertThat(client.delete("/api/users/me").as(max).json(body).send())
                .isFailure(400, "Le mot de passe est requis");
        assertThat(client.get("/api/users/me").as(max).send()).hasStatus(200);
    }

    @Test
    void withoutABodyNothingIsDeleted() {
        assertThat(client.delete("/api/users/me").as(max).send()).isFailure(400, "Le mot de passe est requis");
    }

    @Test
    void withAnotherPasswordNothingIsDeleted() {
        assertThat(delete(max, "pas celui-ci")).isFailure(403, "Mot de passe incorrect");
        assertThat(client.get("/api/users/me").as(max).send()).hasStatus(200);
    }

    @ParameterizedTest
    @EnumSource
    void theTokenOfADeletedAccountIsRefusedOnEveryRoute(ProtectedRoute route) {
        assertThat(route.of(client).as(gone).send()).isFailure(401, "Token invalide");
    }

    @Test
    void aTokenMadeLaterForADeletedAccountIsRefusedToo() {
        String later = client.forge().hs256(gone.id(), Instant.now().plusSeconds(3_600));

        assertThat(client.get("/api/users/me").bearer(later).send()).isFailure(401, "Token invalide");
    }

    @Test
    void aDeletedAccountCannotLogIn() {
        assertThat(client.login(gone.email(), ContractClient.PASSWORD))
                .isFailure(401, "Email ou mot de passe incorrect");
    }

    @Test
    void aDeletedAccountIsUnknownToOthers() {
        eventually(() -> {
            assertThat(client.get("/api/users/" + gone.id()).as(max).send()).isFailure(404, "Utilisateur introuvable");
            assertThat(client.get("/api/users").as(max).send().text()).doesNotContain(gone.id());
        });
    }

    @Test
    void whatTheAccountDidOnCampusVanishes() {
        // given
        Member pia = client.newMember("Pia One");
        String own = client.newEvent(pia, "Gala", "2031-05-01T18:30:00.000Z");
        String joined = client.newEvent(max, "Bal", "2031-05-01T18:30:00.000Z");
        client.post("/api/events/" + own + "/attend").as(max).send();
        client.post("/api/events/" + joined + "/attend").as(pia).send();
        client.newCheckIn(pia, "Le Sucre");

        // when
        assertThat(delete(pia, ContractClient.PASSWORD)).hasStatus(200);

        // then
        eventually(() -> {
            Answer stillThere = client.get("/api/events/" + joined).as(max).send();
            assertThat(client.get("/api/events/" + own).as(max).send()).isFailure(404, "Événement introuvable");
            assertThat(client.get("/api/events").as(max).send().text()).doesNotContain(own, pia.id());
            assertThat(stillThere).hasStatus(200);
            assertThat(stillThere.at("/data/attendees").toString()).isEqualTo("[" + max.asPerson() + "]");
            assertThat(client.get("/api/checkins").as(max).send().text()).doesNotContain(pia.id());
            assertThat(client.get("/api/checkins/user/" + pia.id()).as(max).send())
                    .hasBody("{\"success\":true,\"data\":null}");
        });
    }

    @Test
    void thePictureOfTheAccountVanishes() {
        Member pia = client.newMember("Pia One");
        String picture = client.newAvatar(pia);

        delete(pia, ContractClient.PASSWORD);

        eventually(() -> assertThat(client.get(picture).send()).hasStatus(404));
    }

    @Test
    void othersAreToldThatItIsGone() {
        // given
        Member pia = client.newMember("Pia One");
        String event = client.newEvent(pia, "Gala", "2031-05-01T18:30:00.000Z");
        String checkIn = client.newCheckIn(pia, "Le Sucre");

        try (Feed checkIns = client.openFeed(max.token());
                Feed events = client.openFeed(max.token())) {
            assertThat(checkIns.nextFrame()).contains(checkIn, event);
            assertThat(events.nextFrame()).contains(checkIn, event);

            // when
            delete(pia, ContractClient.PASSWORD);

            // then
            checkIns.awaitFrame(
                    frame -> frame.startsWith("{\"type\":\"checkIns\",") && !frame.contains(checkIn),
                    "check-ins without the deleted account's");
            events.awaitFrame(
                    frame -> frame.startsWith("{\"type\":\"events\",") && !frame.contains(event),
                    "events without the deleted account's");
        }
    }

    @Test
    void openConnectionsOfTheAccountAreClosed() {
        Member pia = client.newMember("Pia One");

        try (Feed first = client.openFeed(pia.token());
                Feed second = client.openFeed(pia.token());
                Feed other = client.openFeed(max.token())) {
            assertThat(first.nextFrame()).startsWith("{\"type\":\"initial\",");
            assertThat(second.nextFrame()).startsWith("{\"type\":\"initial\",");

            delete(pia, ContractClient.PASSWORD);

            assertThat(first.awaitClosing().code()).isEqualTo(POLICY_VIOLATION);
            assertThat(second.awaitClosing().code()).isEqualTo(POLICY_VIOLATION);
            String id = client.newCheckIn(max, "Le Sucre");
            other.awaitFrame(frame -> frame.contains(id), "a frame for those who stay");
        }
    }

    @Test
    void newConnectionsOfTheAccountAreClosed() {
        try (Feed feed = client.openFeed(gone.token())) {
            assertThat(feed.awaitClosing()).isEqualTo(new Feed.Closing(POLICY_VIOLATION, "Token invalide"));
        }
    }

    @Test
    void theEmailMayBeUsedAgainByAnAccountThatSharesNothingElse() {
        // given
        Member former = deletedMember();

        // when
        Member next = client.register(former.email(), "Pia Bis");

        // then
        assertThat(next.id()).isNotEqualTo(former.id());
        assertThat(client.login(former.email(), ContractClient.PASSWORD).string("/data/user/id"))
                .isEqualTo(next.id());
        assertThat(client.get("/api/users/me").as(former).send()).isFailure(401, "Token invalide");
        assertThat(client.get("/api/users/me").as(next).send()).hasStatus(200);
    }

    @Test
    void ofEightSimultaneousDeletionsOneCounts() {
        Member pia = client.newMember("Pia One");

        List<Answer> answers = Simultaneously.send(Simultaneously.EIGHT, i -> client.deletionOf(pia));

        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 200))
                .hasSize(7)
                .allSatisfy(loser -> assertThat(loser).isFailure(401, "Token invalide"));
    }

    private Member deletedMember() {
        Member member = client.newMember("Pia Partie");
        assertThat(delete(member, ContractClient.PASSWORD)).hasStatus(200);
        return member;
    }

    private Answer delete(Member member, String password) {
        return client.delete("/api/users/me")
                .as(member)
                .json("{\"password\":\"%s\"}".formatted(password))
                .send();
    }

    private static void eventually(ThrowingRunnable assertion) {
        Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(assertion);
    }
}
