package com.emlyon.connect.contract;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** GET /api/admin/history/{stream}, which the original did not have. */
@ContractTest
class StreamHistoryContractTest {

    private static final String BAD_AFTER = "Le paramètre after doit être un nombre entier à partir de -1";
    private static final String BAD_LIMIT = "Le paramètre limit doit être un nombre entier entre 1 et 500";

    private final ContractClient client = new ContractClient();
    private final Member admin = client.admin();
    private final Member pia = client.newMember("Pia One");
    private final Member max = client.newMember("Max Two");

    @Test
    void aStreamShowsWhatEachFactSaysAndWhereItComesFrom() {
        // given
        client.put("/api/users/me").as(max).json("{\"name\":\"Max Three\"}").send();

        // when
        Answer answer = read(max.id());

        // then
        assertThat(answer).hasStatus(200).isJson();
        List<JsonNode> facts = answer.items().toList();
        assertThat(facts)
                .allSatisfy(fact -> assertThat(fact.propertyNames())
                        .containsExactly(
                                "position",
                                "sequence",
                                "id",
                                "type",
                                "revision",
                                "payload",
                                "at",
                                "recordedAt",
                                "actor",
                                "command",
                                "commandId",
                                "cause"));
        assertThat(texts(facts, "type")).containsExactly("AccountRegistered", "AccountRenamed");
        assertThat(texts(facts, "command")).containsExactly("RegisterAccount", "RenameAccount");
        assertThat(texts(facts, "actor")).containsOnly(max.id());
        assertThat(texts(facts, "revision")).containsOnly("2");
        assertThat(texts(facts, "id")).doesNotHaveDuplicates();
        assertThat(texts(facts, "commandId")).doesNotHaveDuplicates();
        assertThat(facts).extracting(fact -> fact.get("sequence").longValue()).containsExactly(0L, 1L);
        assertThat(facts).extracting(fact -> fact.get("position").longValue()).isSorted();
        assertThat(facts).allMatch(fact -> fact.get("cause").isNull());

        // then
        JsonNode registered = facts.getFirst();
        assertThat(registered.at("/payload/name").stringValue()).isEqualTo("Max Two");
        assertThat(registered.at("/payload/email").stringValue()).isEqualTo(max.email());
        assertThat(registered.get("at").stringValue()).isEqualTo(max.createdAt());
        assertThat(Instant.parse(registered.get("recordedAt").stringValue()))
                .isBetween(
                        Instant.parse(max.createdAt()),
                        Instant.parse(max.createdAt()).plusSeconds(60));
        assertThat(facts.getLast().at("/payload/name").stringValue()).isEqualTo("Max Three");
    }

    @Test
    void numbersAndNothingComeAsTheyAreStored() {
        // given
        client.post("/api/checkins")
                .as(pia)
                .json("{\"locationName\":\"Le Sucre\",\"latitude\":45,\"longitude\":4.8181}")
                .send();

        // when
        JsonNode payload = read("presence-" + pia.id()).at("/data/0/payload");

        // then
        assertThat(payload.at("/whereabouts/latitude").doubleValue()).isEqualTo(45);
        assertThat(payload.at("/whereabouts/longitude").toString()).isEqualTo("4.8181");
        assertThat(payload.at("/whereabouts/emoji").isNull()).isTrue();
    }

    @Test
    void whatSomebodyHasSaidWhoHasGoneIsReadByNobody() {
        // given
        Member eva = client.newMember("Eva Three");
        client.newCheckIn(eva, "Le Sucre");
        assertThat(client.deletionOf(eva).send()).hasStatus(200);

        // then
        JsonNode registered = read(eva.id()).at("/data/0/payload");
        assertThat(registered.get("name").stringValue()).isEqualTo("Compte supprimé");
        assertThat(registered.get("email").stringValue()).isEqualTo("Compte supprimé");
        assertThat(registered.get("account").stringValue()).isEqualTo(eva.id());
        assertThat(read("presence-" + eva.id())
                        .at("/data/0/payload/whereabouts")
                        .stringValue())
                .isEqualTo("Compte supprimé");
    }

    @Test
    void everyKindOfStreamCanBeRead() {
        // given
        Member eva = client.newMember("Eva Three");
        String event = client.newEvent(eva, "Gala", "2031-05-01");
        client.newCheckIn(eva, "Le Sucre");
        client.newCheckIn(eva, "Le Bar");
        String address = "email-" + read(eva.id()).string("/data/0/payload/emailKey");

        // then
        assertThat(texts(read(event).items().toList(), "type")).containsExactly("EventCreated");
        assertThat(texts(read(address).items().toList(), "type")).containsExactly("EmailClaimed");
        assertThat(texts(read("presence-" + eva.id()).items().toList(), "type"))
                .containsExactly("CheckedIn", "CheckedOut", "CheckedIn");
    }

    @Test
    void aLongStreamIsReadInPages() {
        // given
        Member eva = client.newMember("Eva 0");
        for (int i = 1; i <= 4; i++) {
            client.put("/api/users/me")
                    .as(eva)
                    .json("{\"name\":\"Eva %d\"}".formatted(i))
                    .send();
        }

        // then
        assertThat(sequences(read(eva.id()))).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(sequences(read(eva.id() + "?limit=2"))).containsExactly(0L, 1L);
        assertThat(sequences(read(eva.id() + "?after=1&limit=2"))).containsExactly(2L, 3L);
        assertThat(sequences(read(eva.id() + "?after=3&limit=2"))).containsExactly(4L);
        assertThat(sequences(read(eva.id() + "?after=-1"))).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(sequences(read(eva.id() + "?after=&limit="))).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(read(eva.id() + "?after=4")).hasStatus(200).hasBody("{\"success\":true,\"data\":[]}");
        assertThat(read(eva.id() + "?after=9223372036854775807")).hasBody("{\"success\":true,\"data\":[]}");
    }

    @Test
    void withoutALimitAPageHasAHundredFacts() {
        // given
        Member eva = client.newMember("Eva");
        for (int i = 0; i < 101; i++) {
            client.newCheckIn(eva, "Bar " + i);
        }
        String stream = "presence-" + eva.id();

        // then
        assertThat(sequences(read(stream))).hasSize(100).endsWith(99L);
        assertThat(sequences(read(stream + "?limit=500"))).hasSize(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-2", "1.5", "1e3", "0x1", "9223372036854775808", "%20", "1&after=2"})
    void anAfterThatIsNoSequenceIsRefused(String after) {
        assertThat(read(pia.id() + "?after=" + after)).isFailure(400, BAD_AFTER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "0", "501", "1.5", "2147483648", "9223372036854775808", "1&limit=2"})
    void aLimitOutOfBoundsIsRefused(String limit) {
        assertThat(read(pia.id() + "?limit=" + limit)).isFailure(400, BAD_LIMIT);
    }

    @Test
    void mistakesHaveEnglishWords() {
        assertThat(inEnglish(pia.id() + "?after=x"))
                .isFailure(400, "The parameter after must be a whole number from -1 on");
        assertThat(inEnglish(pia.id() + "?limit=x"))
                .isFailure(400, "The parameter limit must be a whole number between 1 and 500");
        assertThat(inEnglish("nobody")).isFailure(404, "History not found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "presence-", "%20", "%25", "x%2Fy", "'%20OR%20''='", "%F0%9F%8D%BB"})
    void anUnknownStreamIsNotFound(String stream) {
        assertThat(read(stream)).isFailure(404, "Historique introuvable");
    }

    @Test
    void aStreamOfNobodyIsNotFoundOnAnyPage() {
        String nobody = UUID.randomUUID().toString();

        assertThat(read(nobody)).isFailure(404, "Historique introuvable");
        assertThat(read(nobody + "?after=5")).isFailure(404, "Historique introuvable");
    }

    @Test
    void onlyAdministratorsRead() {
        assertThat(client.get("/api/admin/history/" + pia.id()).send()).isFailure(401, "Token non fourni");
        assertThat(client.get("/api/admin/history/" + pia.id()).bearer("x").send())
                .isFailure(401, "Token invalide");
        assertThat(client.get("/api/admin/history/" + pia.id()).as(pia).send()).isFailure(403, "Non autorisé");
        assertThat(client.get("/api/admin/history/" + pia.id() + "?limit=x")
                        .as(pia)
                        .send())
                .isFailure(403, "Non autorisé");
        assertThat(client.get("/api/admin/history/nobody").as(pia).send()).isFailure(403, "Non autorisé");
    }

    private Answer read(String streamAndQuery) {
        return client.get("/api/admin/history/" + streamAndQuery).as(admin).send();
    }

    private Answer inEnglish(String streamAndQuery) {
        return client.get("/api/admin/history/" + streamAndQuery)
                .as(admin)
                .inEnglish()
                .send();
    }

    private static List<String> texts(List<JsonNode> facts, String field) {
        return facts.stream().map(fact -> fact.get(field).stringValue()).toList();
    }

    private static List<Long> sequences(Answer answer) {
        assertThat(answer).hasStatus(200);
        return answer.items().map(fact -> fact.get("sequence").longValue()).toList();
    }
}
