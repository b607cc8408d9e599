package com.emlyon.connect.contract;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PUT /api/users/me/password, which the original did not have. */
@ContractTest
class PasswordContractTest {

    private static final String NEXT = "un autre mot";

    private final ContractClient client = new ContractClient();
    private final Member max = client.newMember("Max Two");

    @Test
    void fromThenOnOnlyTheNewPasswordLogsIn() {
        Member pia = client.newMember("Pia One");

        Answer answer = change(pia.token(), ContractClient.PASSWORD, NEXT);

        assertThat(answer).hasStatus(200);
        assertThat(answer.text())
                .startsWith("{\"success\":true,\"message\":\"Mot de passe modifié\",\"data\":{\"token\":\"ey");
        assertThat(client.login(pia.email(), ContractClient.PASSWORD))
                .isFailure(401, "Email ou mot de passe incorrect");
        assertThat(client.login(pia.email(), NEXT)).hasStatus(200);
    }

    @Test
    void whereItWasChangedOneStaysLoggedInAndNowhereElse() {
        // given
        Member pia = client.newMember("Pia One");
        String phone = client.login(pia.email(), ContractClient.PASSWORD).string("/data/token");
        String former = tokenOfTheOriginal(pia);

        // when
        String next = change(phone, ContractClient.PASSWORD, NEXT).string("/data/token");

        // then
        assertThat(client.get("/api/users/me").bearer(phone).send()).hasStatus(200);
        assertThat(client.get("/api/users/me").bearer(next).send()).hasStatus(200);
        assertThat(client.get("/api/users/me").as(pia).send()).isFailure(401, "Token invalide");
        assertThat(client.get("/api/users/me").bearer(former).send()).isFailure(401, "Token invalide");
        assertThat(client.get("/api/users/me/sessions").bearer(next).send().items())
                .singleElement()
                .satisfies(session ->
                        assertThat(session.get("current").booleanValue()).isTrue());
    }

    /** Nobody can tell it from others of its kind, so it dies with them, and its holder is given one of ours. */
    @Test
    void whoComesWithATokenOfTheOriginalGoesOnWithTheOneInTheAnswer() {
        Member pia = client.newMember("Pia One");
        String former = tokenOfTheOriginal(pia);

        String next = change(former, ContractClient.PASSWORD, NEXT).string("/data/token");

        assertThat(client.get("/api/users/me").bearer(next).send()).hasStatus(200);
        assertThat(client.get("/api/users/me").bearer(former).send()).isFailure(401, "Token invalide");
    }

    @Test
    void theTokenInTheAnswerLastsAsLongAsTheSessionDid() {
        Member pia = client.newMember("Pia One");

        String next = change(pia.token(), ContractClient.PASSWORD, NEXT).string("/data/token");

        assertThat(expiry(next)).isEqualTo(expiry(pia.token()));
    }

    @Test
    void withAnotherPasswordThanThePresentOneNothingChanges() {
        assertThat(change(max.token(), "pas celui-ci", NEXT)).isFailure(403, "Mot de passe incorrect");

        assertThat(client.login(max.email(), ContractClient.PASSWORD)).hasStatus(200);
        assertThat(client.get("/api/users/me").as(max).send()).hasStatus(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                                      | Le mot de passe est requis, Le mot de passe doit contenir au moins 6 caractères
                    {"newPassword":"un autre mot"}                          | Le mot de passe est requis
                    {"currentPassword":"lemotdepasse"}                        | Le mot de passe doit contenir au moins 6 caractères
                    {"currentPassword":"lemotdepasse","newPassword":"court"}  | Le mot de passe doit contenir au moins 6 caractères
                    {"currentPassword":"lemotdepasse","newPassword":123456}   | Le mot de passe doit contenir au moins 6 caractères
                    {"currentPassword":"lemotdepasse","newPassword":"%s"}     | Le mot de passe ne doit pas dépasser 72 octets
                    """)
    void theRulesAreThoseOfARegistration(String body, String message) {
        Answer answer = client.put("/api/users/me/password")
                .as(max)
                .json(body.replace("%s", "é".repeat(37)))
                .send();

        assertThat(answer).isFailure(400, message);
    }

    @Test
    void ofEightSimultaneousChangesOneCounts() {
        // given
        Member pia = client.newMember("Pia One");

        // when
        List<Answer> answers = Simultaneously.send(
                Simultaneously.EIGHT, i -> changeOf(pia.token(), ContractClient.PASSWORD, NEXT + i));

        // then
        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 200))
                .hasSize(7)
                .allSatisfy(loser -> assertThat(loser).isFailure(403, "Mot de passe incorrect"));
        int winner = answers.indexOf(answers.stream()
                .filter(answer -> answer.status() == 200)
                .findFirst()
                .orElseThrow());
        assertThat(client.login(pia.email(), NEXT + winner)).hasStatus(200);
    }

    @Test
    void nobodyElseIsToldThatItWasChanged() {
        // given
        Member pia = client.newMember("Pia One");
        String profile = client.get("/api/users/" + pia.id()).as(max).send().text();
        String updated = client.login(pia.email(), ContractClient.PASSWORD).string("/data/user/updatedAt");
        try (Feed feed = client.openChanges(max.token(), Optional.empty())) {
            assertThat(feed.nextFrame()).startsWith("{\"type\":\"snapshot\"");

            // when
            change(pia.token(), ContractClient.PASSWORD, NEXT);
            String checkIn = client.newCheckIn(pia, "Le Sucre");

            // then
            feed.awaitFrame(
                    frame -> {
                        assertThat(frame.contains("\"entity\":\"user\"") && frame.contains(pia.id()))
                                .as(frame)
                                .isFalse();
                        return frame.contains(checkIn);
                    },
                    checkIn);
        }
        assertThat(client.get("/api/users/" + pia.id()).as(max).send().text()).isEqualTo(profile);
        assertThat(client.login(pia.email(), NEXT).string("/data/user/updatedAt"))
                .isEqualTo(updated);
    }

    private Answer change(String token, String present, String next) {
        return changeOf(token, present, next).send();
    }

    private Call changeOf(String token, String present, String next) {
        return client.put("/api/users/me/password")
                .bearer(token)
                .json("{\"currentPassword\":\"%s\",\"newPassword\":\"%s\"}".formatted(present, next));
    }

    /** Issued now by the time of the service: one that is issued after a change counts after it. */
    private String tokenOfTheOriginal(Member member) {
        TokenForge forge = client.forge();
        Instant now = client.time();
        return forge.signed("HS256", TokenForge.claims(member.id(), now, now.plusSeconds(3_600)), forge.secret());
    }

    private static long expiry(String token) {
        return Json.parse(TokenForge.decoded(token.split("\\.", -1)[1]))
                .get("exp")
                .longValue();
    }
}
