package com.emlyon.connect.contract;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** GET /api/events/{id}/history, which the original did not have. */
@ContractTest
class EventHistoryContractTest {

    private static final String NOT_YOURS = "Vous ne participez pas à cet événement";
    private static final String NOT_FOUND = "Événement introuvable";

    private final ContractClient client = new ContractClient();
    private final Member pia = client.newMember("Pia One");
    private final Member max = client.newMember("Max Two");

    @Test
    void aHistoryTellsOldestFirstWhatHappenedAndByWhom() {
        // given
        Member eva = client.newMember("Eva Three");
        String event = client.newEvent(pia, "Gala", "2031-05-01T18:30:00.000Z");
        join(event, max);
        client.put("/api/events/" + event)
                .as(pia)
                .json("{\"title\":\"Bal\",\"date\":\"2031-05-02T18:30:00.000Z\"}")
                .send();
        join(event, eva);
        leave(event, eva);
        client.put("/api/events/" + event)
                .as(pia)
                .json("{\"description\":\"Chez moi\"}")
                .send();

        // when
        Answer history = read(event, max);

        // then
        String raw = history.rawData().replaceAll("\"at\":\"[^\"]+\"", "\"at\":\"…\"");
        assertThat(history).hasStatus(200).isJson();
        assertThat(raw)
                .isEqualTo("["
                        + String.join(
                                ",",
                                told("created", pia, "\"Gala\"", "\"Au parc\"", "1935426600000"),
                                told("joined", max, "null", "null", "null"),
                                told("updated", pia, "\"Bal\"", "null", "1935513000000"),
                                told("joined", eva, "null", "null", "null"),
                                told("left", eva, "null", "null", "null"),
                                told("updated", pia, "null", "\"Chez moi\"", "null"))
                        + "]");
        assertThat(history.items().map(item -> item.get("at").stringValue()))
                .isSorted()
                .allMatch(at -> at.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"));
        assertThat(read(event, pia).rawData()).isEqualTo(history.rawData());
    }

    private static String told(String type, Member student, String title, String description, String date) {
        return "{\"type\":\"%s\",\"at\":\"…\",\"student\":%s,\"title\":%s,\"description\":%s,\"date\":%s}"
                .formatted(type, student.asPerson(), title, description, date);
    }

    @Test
    void aChangeThatChangesNothingIsNotTold() {
        String event = client.newEvent(pia, "Gala", "2031-05-01");
        client.put("/api/events/" + event).as(pia).json("{\"title\":\"Gala\"}").send();

        assertThat(types(read(event, pia))).containsExactly("created");
    }

    @Test
    void whoHasNothingToDoWithItReadsNothing() {
        String event = client.newEvent(pia, "Gala", "2031-05-01");

        assertThat(read(event, max)).isFailure(403, NOT_YOURS);
        assertThat(get(event).as(max).inEnglish().send()).isFailure(403, "You do not attend this event");
    }

    @Test
    void whoLeavesNoLongerReadsItUntilTheyJoinAgain() {
        // given
        String event = client.newEvent(pia, "Gala", "2031-05-01");
        join(event, max);
        assertThat(read(event, max)).hasStatus(200);

        // when
        leave(event, max);

        // then
        assertThat(read(event, max)).isFailure(403, NOT_YOURS);

        // when
        join(event, max);

        // then
        assertThat(types(read(event, max))).containsExactly("created", "joined", "left", "joined");
    }

    @Test
    void ofACancelledEventThoseReadWhoTookPartToTheEnd() {
        // given
        Member left = client.newMember("Eva Three");
        String event = client.newEvent(pia, "Gala", "2031-05-01");
        join(event, max);
        join(event, left);
        leave(event, left);

        // when
        client.delete("/api/events/" + event).as(pia).send();

        // then
        assertThat(client.get("/api/events/" + event).as(max).send()).isFailure(404, NOT_FOUND);
        assertThat(types(read(event, max))).containsExactly("created", "joined", "joined", "left", "cancelled");
        assertThat(read(event, max).at("/data/4/student").toString()).isEqualTo(pia.asPerson());
        assertThat(types(read(event, pia))).endsWith("cancelled");
        assertThat(read(event, left)).isFailure(403, NOT_YOURS);
    }

    @Test
    void studentsAppearAsTheyAreToday() {
        // given
        Member eva = client.newMember("Eva Three");
        String event = client.newEvent(eva, "Gala", "2031-05-01");
        String picture = client.newAvatar(eva);
        client.put("/api/users/me").as(eva).json("{\"name\":\"Eva Four\"}").send();

        // when
        JsonNode student = read(event, eva).at("/data/0/student");

        // then
        assertThat(student.get("name").stringValue()).isEqualTo("Eva Four");
        assertThat(student.get("avatarUrl").stringValue()).startsWith("http").endsWith(picture);
    }

    @Test
    void ofWhoDeletedTheirAccountOnlyThatIsTold() {
        // given
        Member gone = client.newMember("Eva Partie");
        String event = client.newEvent(pia, "Gala", "2031-05-01");
        join(event, gone);

        // when
        delete(gone);

        // then
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(types(read(event, pia))).containsExactly("created", "joined", "left"));
        Answer history = read(event, pia);
        assertThat(history.text()).doesNotContain("Partie").doesNotContain(gone.avatarUrl());
        assertThat(history.at("/data/1/student").toString()).isEqualTo(neutral(gone, "Compte supprimé"));
        assertThat(history.at("/data/2/student").toString()).isEqualTo(neutral(gone, "Compte supprimé"));
        assertThat(get(event).as(pia).inEnglish().send().at("/data/1/student").toString())
                .isEqualTo(neutral(gone, "Deleted account"));
    }

    @Test
    void whatAStudentWroteGoesWithTheirAccount() {
        // given
        Member gone = client.newMember("Eva Partie");
        String event = client.newEvent(gone, "Chez Eva", "2031-05-01T18:30:00.000Z");
        client.put("/api/events/" + event)
                .as(gone)
                .json("{\"description\":\"12 rue Eva\"}")
                .send();
        join(event, max);

        // when
        delete(gone);

        // then
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(types(read(event, max)))
                        .containsExactly("created", "updated", "joined", "cancelled"));
        Answer history = read(event, max);
        assertThat(history.text()).doesNotContain("Eva");
        assertThat(history.at("/data/0/date").longValue()).isEqualTo(1_935_426_600_000L);
        assertThat(history.at("/data/3/student").toString()).isEqualTo(neutral(gone, "Compte supprimé"));
        assertThat(read(event, gone)).isFailure(401, "Token invalide");
    }

    private static String neutral(Member gone, String name) {
        return "{\"id\":\"%s\",\"name\":\"%s\",\"avatarUrl\":\"https://api.dicebear.com/7.x/shapes/svg?seed=deleted\"}"
                .formatted(gone.id(), name);
    }

    @Test
    void wherePeopleAreIsNoPartOfIt() {
        String event = client.newEvent(pia, "Gala", "2031-05-01");
        client.newCheckIn(pia, "Quelque part");

        assertThat(read(event, pia).text()).doesNotContain("Quelque part", "latitude", "longitude", "45.76");
    }

    @Test
    void whatIsNoEventHasNoHistory() {
        client.newCheckIn(pia, "Le Sucre");

        for (String id : List.of(UUID.randomUUID().toString(), "x", pia.id(), "presence-" + pia.id())) {
            assertThat(read(id, pia)).isFailure(404, NOT_FOUND);
        }
        assertThat(get("x").as(pia).inEnglish().send()).isFailure(404, "Event not found");
    }

    @Test
    void aTokenIsAskedForFirst() {
        String event = client.newEvent(pia, "Gala", "2031-05-01");

        assertThat(get(event).send()).isFailure(401, "Token non fourni");
        assertThat(get(event).bearer("x").send()).isFailure(401, "Token invalide");
        assertThat(get(event).inEnglish().send()).isFailure(401, "No token provided");
    }

    @Test
    void aLongHistoryIsToldFromItsBeginningThoughTheEventHasSnapshots() {
        String event = client.newEvent(pia, "Gala", "2031-05-01");
        for (int i = 0; i < 60; i++) {
            join(event, max);
            leave(event, max);
        }

        assertThat(types(read(event, pia))).hasSize(121).startsWith("created", "joined", "left");
    }

    private Call get(String event) {
        return client.get("/api/events/" + event + "/history");
    }

    private Answer read(String event, Member member) {
        return get(event).as(member).send();
    }

    private void join(String event, Member member) {
        assertThat(client.post("/api/events/" + event + "/attend").as(member).send())
                .hasStatus(200);
    }

    private void leave(String event, Member member) {
        assertThat(client.delete("/api/events/" + event + "/attend").as(member).send())
                .hasStatus(200);
    }

    private void delete(Member member) {
        assertThat(client.deletionOf(member).send()).hasStatus(200);
    }

    private static List<String> types(Answer history) {
        assertThat(history).hasStatus(200);
        return history.items().map(item -> item.get("type").stringValue()).toList();
    }
}
