package com.emlyon.connect.contract;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ContractTest
class ConventionsContractTest {

    private static final String UUID_V4 = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

    private final ContractClient client = new ContractClient();
    private final Member pia = client.newMember("Pia One");
    private final String picnic = client.newEvent(pia, "Pique-nique", "2031-05-01T18:30:00.000Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/users/me",
                "/api/users",
                "/api/users/ID",
                "/api/events",
                "/api/events/EVENT",
                "/api/checkins",
                "/api/checkins/user/ID"
            })
    void anUnchangedAnswerIsNotSentAgain(String route) {
        // given
        String path = route.replace("ID", pia.id()).replace("EVENT", picnic);
        Answer first = client.get(path).as(pia).send();
        assertThat(first).hasStatus(200).isJson();
        String tag = first.header("etag").orElseThrow();
        assertThat(tag).matches("W/\"[^\"]+\"");

        // when
        Answer same = client.get(path).as(pia).header("If-None-Match", tag).send();
        Answer oneOfTwo = client.get(path)
                .as(pia)
                .header("If-None-Match", "\"x\", " + tag)
                .send();
        Answer other =
                client.get(path).as(pia).header("If-None-Match", "W/\"other\"").send();

        // then
        assertThat(same).hasStatus(304).hasNoBody().hasHeader("ETag", tag);
        assertThat(oneOfTwo).hasStatus(304).hasNoBody();
        assertThat(other).hasStatus(200).hasBody(first.text());
    }

    @Test
    void theTagFollowsTheContent() {
        Member member = client.newMember("Ancien");
        String before =
                client.get("/api/users/me").as(member).send().header("etag").orElseThrow();

        client.put("/api/users/me").as(member).json("{\"name\":\"Nouveau\"}").send();
        Answer after = client.get("/api/users/me")
                .as(member)
                .header("If-None-Match", before)
                .send();

        assertThat(after).hasStatus(200);
        assertThat(after.header("etag").orElseThrow()).isNotEqualTo(before);
    }

    @Test
    void aFailureIsNeverUnchanged() {
        String tag = client.get("/api/users/me").as(pia).send().header("etag").orElseThrow();

        Answer answer = client.get("/api/users/me").header("If-None-Match", tag).send();

        assertThat(answer).isFailure(401, "Token non fourni");
    }

    @Test
    void everyHealthAnswerHasATagToo() {
        assertThat(client.get("/api/health").send().header("etag").orElseThrow())
                .matches("W/\"[^\"]+\"");
    }

    @Test
    void idsAreRandomUuids() {
        assertThat(pia.id()).matches(UUID_V4);
        assertThat(picnic).matches(UUID_V4);
        assertThat(client.newCheckIn(pia, "Bar du Port")).matches(UUID_V4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pas-un-uuid",
                "1",
                "1-1-1-1-1",
                "00000000-0000-0000-0000-000000000000",
                "%20",
                "%C3%A9",
                "a;b",
                "a%2Fb",
                "a%25b",
                "%27%20OR%201=1",
                "undefined"
            })
    void anIdThatIsNoUuidIsUnknown(String id) {
        assertThat(raw("GET", "/api/users/" + id)).isFailure(404, "Utilisateur introuvable");
        assertThat(raw("GET", "/api/events/" + id)).isFailure(404, "Événement introuvable");
        assertThat(raw("PUT", "/api/events/" + id)).isFailure(404, "Événement introuvable");
        assertThat(raw("DELETE", "/api/events/" + id)).isFailure(404, "Événement introuvable");
        assertThat(raw("POST", "/api/events/" + id + "/attend")).isFailure(404, "Événement introuvable");
        assertThat(raw("DELETE", "/api/events/" + id + "/attend")).isFailure(404, "Événement introuvable");
        assertThat(raw("DELETE", "/api/checkins/" + id)).isFailure(404, "Check-in introuvable");
        assertThat(raw("GET", "/api/checkins/user/" + id)).hasStatus(200).hasBody("{\"success\":true,\"data\":null}");
    }

    @Test
    void aVeryLongIdIsUnknown() {
        assertThat(raw("GET", "/api/events/" + "a".repeat(3_000))).isFailure(404, "Événement introuvable");
    }

    @Test
    void anIdWithANulIsRefusedAsJson() {
        Answer answer = raw("GET", "/api/events/a%00b");

        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer).isFailureInOwnWords(answer.status());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /API/Users/ME",
        "GET, /api/users/me/",
        "GET, /API/Users/ME/",
        "GET, /Api/Users/",
        "GET, /API/EVENTS/",
        "GET, /Api/Events/EVENT-ID/",
        "GET, /api/CheckIns/",
        "GET, /API/CHECKINS/USER/USER-ID/",
        "GET, /API/HEALTH/",
        "PUT, /API/USERS/ME/"
    })
    void routingIgnoresCaseAndOneTrailingSlash(String method, String route) {
        String path = route.replace("EVENT-ID", picnic).replace("USER-ID", pia.id());

        assertThat(client.call(method, path).as(pia).send()).hasStatus(200);
    }

    @Test
    void routingOfWritesIgnoresCaseAndOneTrailingSlashToo() {
        assertThat(client.post("/API/Auth/LOGIN/").json("{}").send())
                .isFailure(400, "Email invalide, Le mot de passe est requis");
        assertThat(client.post("/api/Events/" + picnic + "/ATTEND/").as(pia).send())
                .isFailure(400, "Vous participez déjà à cet événement");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/users/me//", "/api/events//", "/api/checkins//"})
    void twoTrailingSlashesAreAnotherRoute(String path) {
        assertThat(raw("GET", path)).isFailure(404, "Route introuvable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/health", "/api/users/me", "/api/users", "/api/events", "/api/checkins"})
    void headAnswersLikeGetWithoutTheBody(String path) {
        Answer get = client.get(path).as(pia).send();

        Answer head = raw("HEAD", path);

        assertThat(head).hasStatus(200).isJson().hasNoBody();
        assertThat(get).hasStatus(200);
    }

    @Test
    void headChecksTheTokenToo() {
        assertThat(client.raw().send("HEAD", "/api/users/me")).hasStatus(401).hasNoBody();
    }

    @Test
    void headDoesNotWorkWhereGetDoesNot() {
        assertThat(client.raw().send("HEAD", "/api/auth/login")).hasStatus(404).hasNoBody();
    }

    @ParameterizedTest
    @CsvSource({"GET, /api/health", "GET, /api/users/me", "GET, /api/nope", "POST, /api/auth/login"})
    void everyAnswerForbidsGuessingItsType(String method, String path) {
        assertThat(client.call(method, path).send()).hasHeader("X-Content-Type-Options", "nosniff");
    }

    @Test
    void failuresCarryNoStack() {
        assertThat(client.get("/api/events/" + UUID.randomUUID()).as(pia).send())
                .isFailure(404, "Événement introuvable");
    }

    private Answer raw(String method, String target) {
        return client.raw().send(method, target, "Authorization: Bearer " + pia.token(), "Content-Length: 0");
    }
}
