package com.emlyon.connect.contract;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The routes under /api/users/me/sessions, which the original did not have: where one is logged in, and how that ends. */
@ContractTest
class SessionsContractTest {

    private static final String SESSIONS = "/api/users/me/sessions";
    private static final String ENDED = "{\"success\":true,\"message\":\"Session terminée\"}";

    private final ContractClient client = new ContractClient();
    private final Member max = client.newMember("Max Two");

    @Test
    void everyLoginIsListedWithWhatItCameFromNewestFirst() {
        // given
        Member pia = client.newMember("Pia One");
        Instant before = client.time();
        String phone = login(pia, "Phone/1.0 (un téléphone)");

        // when
        List<JsonNode> listed =
                client.get(SESSIONS).bearer(phone).send().items().toList();

        // then
        assertThat(listed).hasSize(2);
        JsonNode newest = listed.getFirst();
        assertThat(newest.propertyNames()).containsExactly("id", "startedAt", "expiresAt", "agent", "current");
        assertThat(newest.get("agent").stringValue()).startsWith("Phone/1.0 (");
        assertThat(newest.get("current").booleanValue()).isTrue();
        Instant started = Instant.parse(newest.get("startedAt").stringValue());
        assertThat(started).isBetween(before.minusSeconds(1), client.time());
        assertThat(Duration.between(
                        started, Instant.parse(newest.get("expiresAt").stringValue())))
                .isBetween(Duration.ofDays(7).minusSeconds(1), Duration.ofDays(7));
        assertThat(newest.get("id").stringValue()).isEqualTo(sessionOf(phone));
        assertThat(listed.getLast().get("id").stringValue()).isEqualTo(sessionOf(pia.token()));
        assertThat(listed.getLast().get("current").booleanValue()).isFalse();
    }

    @Test
    void ofALongAgentTheBeginningIsKeptAndOfABlankOneNothing() {
        Member pia = client.newMember("Pia One");
        login(pia, "x".repeat(5_000));

        JsonNode listed = client.get(SESSIONS).bearer(login(pia, " ")).send().at("/data");

        assertThat(listed.get(0).get("agent").isNull()).isTrue();
        assertThat(listed.get(1).get("agent").stringValue()).isEqualTo("x".repeat(200));
    }

    @Test
    void whoLogsOutIsRefusedFromThenOnAndNobodyElseIs() {
        // given
        Member pia = client.newMember("Pia One");
        String phone = login(pia, "Phone");

        // when
        assertThat(client.delete(SESSIONS + "/current").as(pia).send())
                .hasStatus(200)
                .hasBody(ENDED);

        // then
        assertThat(client.get("/api/users/me").as(pia).send()).isFailure(401, "Token invalide");
        assertThat(client.delete(SESSIONS + "/current").as(pia).send()).isFailure(401, "Token invalide");
        assertThat(client.get("/api/users/me").bearer(phone).send()).hasStatus(200);
        assertThat(client.get(SESSIONS).bearer(phone).send().items()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSessionIsEndedByItsIdFromHereAndFromElsewhere(boolean fromHere) {
        // given
        Member pia = client.newMember("Pia One");
        String phone = login(pia, "Phone");

        // when
        Answer answer = client.delete(SESSIONS + "/" + sessionOf(phone))
                .bearer(fromHere ? phone : pia.token())
                .send();

        // then
        assertThat(answer).hasStatus(200).hasBody(ENDED);
        assertThat(client.get("/api/users/me").bearer(phone).send()).isFailure(401, "Token invalide");
        assertThat(client.get("/api/users/me").as(pia).send()).hasStatus(200);
    }

    @Test
    void somebodyElsesSessionIsAsUnknownAsOneThatNeverWasOrThatHasEnded() {
        // given
        Member pia = client.newMember("Pia One");
        String ended = login(pia, "Phone");
        client.delete(SESSIONS + "/current").bearer(ended).send();

        // then
        for (String id :
                List.of(sessionOf(max.token()), "00000000-0000-4000-8000-000000000000", "x", sessionOf(ended))) {
            assertThat(client.delete(SESSIONS + "/" + id).as(pia).send()).isFailure(404, "Session introuvable");
        }
        assertThat(client.get("/api/users/me").as(max).send()).hasStatus(200);
    }

    @Test
    void whoLogsOutEverywhereIsRefusedWhateverTheToken() {
        // given
        Member pia = client.newMember("Pia One");
        String phone = login(pia, "Phone");
        String former = formerToken(pia, client.time());

        // when
        assertThat(client.delete(SESSIONS).as(pia).send())
                .hasStatus(200)
                .hasBody("{\"success\":true,\"message\":\"Toutes les sessions sont terminées\"}");

        // then
        for (String token : List.of(pia.token(), phone, former)) {
            assertThat(client.get("/api/users/me").bearer(token).send()).isFailure(401, "Token invalide");
        }
        assertThat(client.get("/api/users/me").as(max).send()).hasStatus(200);
        assertThat(client.get("/api/users/me").bearer(login(pia, "Phone")).send())
                .hasStatus(200);
    }

    /** Its time is in whole seconds, so whatever was issued in the second of the farewell counts as issued before. */
    @Test
    void aTokenOfTheOriginalThatIsIssuedLaterIsGoodAgain() {
        Member pia = client.newMember("Pia One");

        client.delete(SESSIONS).as(pia).send();

        Instant nextSecond = client.time().plusSeconds(1);
        assertThat(client.get("/api/users/me")
                        .bearer(formerToken(pia, nextSecond))
                        .send())
                .hasStatus(200);
    }

    @Test
    void whoLogsOutWithATokenOfTheOriginalEndsAllOfThemThatAreNotNewer() {
        // given
        Member pia = client.newMember("Pia One");
        Instant issued = client.time().minusSeconds(60);
        String older = formerToken(pia, issued.minusSeconds(1));
        String token = formerToken(pia, issued);
        String newer = formerToken(pia, issued.plusSeconds(1));
        assertThat(client.get(SESSIONS).bearer(token).send().items())
                .hasSize(1)
                .noneMatch(session -> session.get("current").booleanValue());

        // when
        assertThat(client.delete(SESSIONS + "/current").bearer(token).send()).hasStatus(200);

        // then
        assertThat(client.get("/api/users/me").bearer(token).send()).isFailure(401, "Token invalide");
        assertThat(client.get("/api/users/me").bearer(older).send()).isFailure(401, "Token invalide");
        assertThat(client.get("/api/users/me").bearer(newer).send()).hasStatus(200);
        assertThat(client.get("/api/users/me").as(pia).send()).hasStatus(200);
    }

    private String login(Member member, String agent) {
        Answer answer = client.post("/api/auth/login")
                .header("User-Agent", agent)
                .json("{\"email\":\"%s\",\"password\":\"%s\"}".formatted(member.email(), ContractClient.PASSWORD))
                .send();
        assertThat(answer).hasStatus(200);
        return answer.string("/data/token");
    }

    private String formerToken(Member member, Instant issued) {
        TokenForge forge = client.forge();
        return forge.signed(
                "HS256", TokenForge.claims(member.id(), issued, issued.plus(Duration.ofDays(7))), forge.secret());
    }

    private static String sessionOf(String token) {
        return Json.parse(TokenForge.decoded(token.split("\\.", -1)[1]))
                .get("sid")
                .stringValue();
    }
}
