package com.emlyon.connect.contract;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What administrators read with {@code asOf}, which the original did not have. */
@ContractTest
class PastViewsContractTest {

    private static final String NOBODYS_AVATAR = "https://api.dicebear.com/7.x/shapes/svg?seed=deleted";

    private static final String NOT_AN_INSTANT =
            "Le paramètre asOf doit être un instant, comme 2031-05-01T18:30:00Z, ou une position";
    private static final String NOT_YET = "L'historique ne va pas encore jusque-là";

    private final ContractClient client = new ContractClient();
    private final Member admin = client.admin();
    private final Member pia = client.newMember("Pia One");
    private final Member max = client.newMember("Max Two");

    @Test
    void withoutAMomentEverythingIsAsOrdinaryRoutesShowIt() {
        // given
        String event = client.newEvent(pia, "Gala", "2031-05-01T18:30:00.000Z");
        client.post("/api/events/" + event + "/attend").as(max).send();
        String checkIn = client.newCheckIn(pia, "Le Sucre");
        String picture = client.newAvatar(pia);

        // then
        Answer past = read("events/" + event);
        assertThat(past.text()).isEqualTo(ordinary("events/" + event)).contains(picture);
        assertThat(read("events/" + event + "?asOf=").text()).isEqualTo(past.text());
        assertThat(read("accounts/" + pia.id()).text()).isEqualTo(ordinary("users/" + pia.id()));
        assertThat(read("check-ins/user/" + pia.id()).text()).isEqualTo(ordinary("checkins/user/" + pia.id()));
        assertThat(read("check-ins/" + checkIn).text()).isEqualTo(ordinary("checkins/user/" + pia.id()));
    }

    @Test
    void anEventIsShownAsItWasAfterEachOfItsFactsWithNamesAndAvatarsOfThen() {
        // given
        String event = client.newEvent(pia, "Gala", "2031-05-01T18:30:00.000Z");
        String alone = ordinary("events/" + event);
        client.post("/api/events/" + event + "/attend").as(max).send();
        String together = ordinary("events/" + event);
        client.put("/api/users/me").as(max).json("{\"name\":\"Max Three\"}").send();
        client.newAvatar(max);
        String renamed = ordinary("events/" + event);
        client.put("/api/events/" + event).as(pia).json("{\"title\":\"Bal\"}").send();
        String changed = ordinary("events/" + event);
        client.delete("/api/events/" + event + "/attend").as(max).send();
        String left = ordinary("events/" + event);
        client.delete("/api/events/" + event).as(pia).send();

        // then
        List<JsonNode> facts = facts(event);
        List<JsonNode> ofMax = facts(max.id());
        assertThat(at("events/" + event, position(facts.getFirst()) - 1)).hasStatus(404);
        assertThat(at("events/" + event, position(facts.get(0)))).hasBody(alone);
        assertThat(at("events/" + event, position(facts.get(1)))).hasBody(together);
        assertThat(at("events/" + event, position(ofMax.get(ofMax.size() - 2)) - 1))
                .hasBody(together);
        assertThat(at("events/" + event, position(ofMax.getLast()))).hasBody(renamed);
        assertThat(at("events/" + event, position(facts.get(2)))).hasBody(changed);
        assertThat(at("events/" + event, position(facts.get(3)))).hasBody(left);
        assertThat(at("events/" + event, position(facts.get(4)))).isFailure(404, "Événement introuvable");
        assertThat(read("events/" + event)).hasStatus(404);
    }

    @Test
    void anInstantComprisesTheFactsThatWereRecordedUpToIt() {
        // given
        String event = client.newEvent(pia, "Gala", "2031-05-01");
        Instant created = recordedAt(facts(event).getFirst());
        awaitClockAfter(created);
        client.put("/api/events/" + event).as(pia).json("{\"title\":\"Bal\"}").send();
        Instant updated = recordedAt(facts(event).getLast());

        // then
        assertThat(updated).isAfter(created);
        assertThat(at("events/" + event, created.minusMillis(1))).hasStatus(404);
        assertThat(at("events/" + event, created).string("/data/title")).isEqualTo("Gala");
        assertThat(at("events/" + event, updated.minusMillis(1)).string("/data/title"))
                .isEqualTo("Gala");
        assertThat(at("events/" + event, updated).string("/data/title")).isEqualTo("Bal");
        assertThat(read("events/" + event + "?asOf=" + created.toString().replace("Z", "%2B00:00"))
                        .string("/data/title"))
                .isEqualTo("Gala");
    }

    @Test
    void anAccountIsShownAsItWas() {
        // given
        Member eva = client.newMember("Eva Three");
        String before = ordinary("users/" + eva.id());
        client.put("/api/users/me").as(eva).json("{\"name\":\"Eva Four\"}").send();
        String after = ordinary("users/" + eva.id());

        // then
        List<JsonNode> facts = facts(eva.id());
        assertThat(at("accounts/" + eva.id(), position(facts.getFirst()) - 1))
                .isFailure(404, "Utilisateur introuvable");
        assertThat(at("accounts/" + eva.id(), position(facts.get(0)))).hasBody(before);
        assertThat(at("accounts/" + eva.id(), position(facts.get(1)))).hasBody(after);
    }

    @Test
    void ofWhomHasGoneItIsShownThatTheyWereThereAndNothingElse() {
        // given
        Member eva = client.newMember("Eva Three");
        delete(eva);

        // then
        List<JsonNode> facts = facts(eva.id());
        assertThat(at("accounts/" + eva.id(), position(facts.get(0))))
                .hasBody(
                        "{\"success\":true,\"data\":{\"id\":\"%s\",\"name\":\"Compte supprimé\",\"avatarUrl\":\"%s\",\"createdAt\":\"%s\"}}"
                                .formatted(eva.id(), NOBODYS_AVATAR, eva.createdAt()));
        assertThat(at("accounts/" + eva.id(), position(facts.get(1)))).hasStatus(404);
        assertThat(read("accounts/" + eva.id())).hasStatus(404);
    }

    @Test
    void whatSomebodyBeganWhoHasGoneWasThereWithoutTheirWords() {
        // given
        Member eva = client.newMember("Eva Three");
        Member guest = client.newMember("Guest Five");
        String event = client.newEvent(eva, "Chez Eva", "2031-05-01");
        client.post("/api/events/" + event + "/attend").as(guest).send();
        String checkIn = client.newCheckIn(eva, "Le Sucre");
        long there = position(facts("presence-" + eva.id()).getLast());
        assertThat(at("check-ins/" + checkIn, there)).hasBody(ordinary("checkins/user/" + eva.id()));
        delete(eva);

        // then
        long deleted = position(facts(eva.id()).getLast());
        Answer then = at("events/" + event, deleted - 1);
        assertThat(then.string("/data/title")).isEqualTo("Compte supprimé");
        assertThat(then.string("/data/creator/name")).isEqualTo("Compte supprimé");
        assertThat(then.string("/data/creator/avatarUrl")).isEqualTo(NOBODYS_AVATAR);
        assertThat(then.string("/data/attendees/1/name")).isEqualTo("Guest Five");
        assertThat(then.text()).doesNotContain("Eva", "Au parc");
        assertThat(at("events/" + event, deleted)).hasStatus(404);
        assertThat(at("check-ins/" + checkIn, deleted - 1)).hasStatus(404);
        assertThat(at("check-ins/" + checkIn, deleted)).hasStatus(404);
        assertThat(at("check-ins/user/" + eva.id(), deleted)).hasStatus(404);
    }

    @Test
    void aCheckInIsShownUntilAnotherTakesItsPlaceOrItIsTakenBack() {
        // given
        Member eva = client.newMember("Eva Three");
        String first = client.newCheckIn(eva, "Le Sucre");
        String atFirst = ordinary("checkins/user/" + eva.id());
        String second = client.newCheckIn(eva, "Le Bar");
        String then = ordinary("checkins/user/" + eva.id());
        client.delete("/api/checkins/" + second).as(eva).send();

        // then
        List<Long> positions = facts("presence-" + eva.id()).stream()
                .map(PastViewsContractTest::position)
                .toList();
        assertThat(positions).hasSize(4);
        assertThat(at("check-ins/" + first, positions.get(0))).hasBody(atFirst);
        assertThat(at("check-ins/" + second, positions.get(0))).isFailure(404, "Check-in introuvable");
        assertThat(at("check-ins/user/" + eva.id(), positions.get(0))).hasBody(atFirst);
        assertThat(at("check-ins/" + first, positions.get(2))).hasStatus(404);
        assertThat(at("check-ins/" + second, positions.get(2))).hasBody(then);
        assertThat(at("check-ins/user/" + eva.id(), positions.get(2))).hasBody(then);
        assertThat(at("check-ins/user/" + eva.id(), positions.get(3))).hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "1.5", "2031-05-01", "2031-05-01T18:30:00", "0x1", "%20", "1&asOf=2"})
    void whatIsNoMomentIsRefused(String asOf) {
        for (String path : List.of("events/", "accounts/", "check-ins/", "check-ins/user/")) {
            assertThat(read(path + pia.id() + "?asOf=" + asOf)).isFailure(400, NOT_AN_INSTANT);
        }
    }

    @Test
    void whatHasNotComeYetIsRefused() {
        long end = position(facts(max.id()).getLast());

        assertThat(read("accounts/" + pia.id() + "?asOf=2999-01-01T00:00:00Z")).isFailure(400, NOT_YET);
        assertThat(at("accounts/" + pia.id(), end + 1_000_000)).isFailure(400, NOT_YET);
        assertThat(at("accounts/" + pia.id(), "9999999999999999999999")).isFailure(400, NOT_YET);
        assertThat(client.get("/api/admin/accounts/" + pia.id() + "?asOf=2999-01-01T00:00:00Z")
                        .as(admin)
                        .inEnglish()
                        .send())
                .isFailure(400, "History does not go that far yet");
        assertThat(client.get("/api/admin/accounts/" + pia.id() + "?asOf=x")
                        .as(admin)
                        .inEnglish()
                        .send())
                .isFailure(400, "The parameter asOf must be an instant, such as 2031-05-01T18:30:00Z, or a position");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1970-01-01T00:00:00Z", "-0044-03-15T12:00:00Z", "-999999999-01-01T00:00:00Z"})
    void beforeTheBeginningThereIsNothing(String asOf) {
        String event = client.newEvent(pia, "Gala", "2031-05-01");
        String checkIn = client.newCheckIn(pia, "Le Sucre");

        for (String path : List.of("events/" + event, "accounts/" + pia.id(), "check-ins/" + checkIn)) {
            assertThat(read(path + "?asOf=" + asOf)).hasStatus(404);
        }
    }

    @Test
    void whatIsSomethingElseIsNotFound() {
        String event = client.newEvent(pia, "Gala", "2031-05-01");

        for (String id : List.of(UUID.randomUUID().toString(), "x", pia.id(), "presence-" + pia.id())) {
            assertThat(read("events/" + id)).isFailure(404, "Événement introuvable");
            assertThat(read("check-ins/" + id)).isFailure(404, "Check-in introuvable");
        }
        assertThat(read("accounts/" + event)).isFailure(404, "Utilisateur introuvable");
        assertThat(read("check-ins/user/" + event)).isFailure(404, "Check-in introuvable");
    }

    @Test
    void onlyAdministratorsRead() {
        for (String path : List.of("events/", "accounts/", "check-ins/", "check-ins/user/")) {
            assertThat(client.get("/api/admin/" + path + pia.id()).send()).isFailure(401, "Token non fourni");
            assertThat(client.get("/api/admin/" + path + pia.id() + "?asOf=x")
                            .as(pia)
                            .send())
                    .isFailure(403, "Non autorisé");
        }
    }

    private Answer read(String path) {
        return client.get("/api/admin/" + path).as(admin).send();
    }

    private Answer at(String path, Object moment) {
        return read(path + "?asOf=" + moment);
    }

    /** What the ordinary route answers now. */
    private String ordinary(String path) {
        Answer answer = client.get("/api/" + path).as(admin).send();
        assertThat(answer).hasStatus(200);
        return answer.text();
    }

    private void delete(Member member) {
        assertThat(client.deletionOf(member).send()).hasStatus(200);
    }

    private void awaitClockAfter(Instant moment) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(1))
                .until(() -> client.time().isAfter(moment.plusMillis(2)));
    }

    private List<JsonNode> facts(String stream) {
        return read("history/" + stream).items().toList();
    }

    private static long position(JsonNode fact) {
        return fact.get("position").longValue();
    }

    private static Instant recordedAt(JsonNode fact) {
        return Instant.parse(fact.get("recordedAt").stringValue());
    }
}
