package com.emlyon.connect.contract;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@ContractTest
class EventsContractTest {

    private static final String NOT_FOUND = "Événement introuvable";

    private final ContractClient client = new ContractClient();
    private final Member pia = client.newMember("Pia One");
    private final Member max = client.newMember("Max Two");

    @Test
    void creatingAnswersTheEventWithItsCreatorAsAttendee() {
        // when
        Answer created = create("""
                {"title":" <b>Pique-nique</b> & \\"co\\" ","description":" Au parc\\nà midi ","date":"2027-03-01T18:30:00.000Z"}""");

        // then
        String event = """
                {"id":"%s","title":"<b>Pique-nique</b> & \\"co\\"","description":"Au parc\\nà midi",\
                "date":1803925800000,"creator":%s,"attendees":[%s]}""".formatted(created.string("/data/id"), pia.asPerson(), pia.asPerson());
        assertThat(created)
                .hasStatus(201)
                .hasBody("{\"success\":true,\"message\":\"Événement créé avec succès\",\"data\":%s}".formatted(event));
        assertThat(client.get("/api/events/" + created.string("/data/id"))
                        .as(max)
                        .send())
                .hasStatus(200)
                .hasBody("{\"success\":true,\"data\":%s}".formatted(event));
        assertThat(client.get("/api/events").as(max).send().rawData())
                .startsWith("[{")
                .contains(event);
    }

    @Test
    void theListIsByDateAndKeepsPastEvents() {
        // given
        String late = client.newEvent(pia, "Tard", "2033-05-01T18:30:00.000Z");
        String past = client.newEvent(pia, "Passé", "2020-05-01T18:30:00.000Z");
        String soon = client.newEvent(pia, "Bientôt", "2032-05-01T18:30:00.000Z");

        // when
        Answer list = client.get("/api/events").as(max).send();

        // then
        List<Long> dates =
                list.items().map(item -> item.get("date").longValue()).toList();
        assertThat(list).hasStatus(200).isJson();
        assertThat(dates).isSorted();
        assertThat(ids(list)).containsSubsequence(past, soon, late);
    }

    @Test
    void upcomingLeavesPastEventsOut() {
        // given
        String past = client.newEvent(pia, "Passé", "2020-05-01T18:30:00.000Z");
        String soon = client.newEvent(pia, "Bientôt", "2032-05-01T18:30:00.000Z");

        // when
        Answer upcoming = client.get("/api/events?upcoming=true").as(max).send();
        Answer all = client.get("/api/events?upcoming=false").as(max).send();

        // then
        assertThat(upcoming).hasStatus(200).isJson();
        assertThat(ids(upcoming)).contains(soon).doesNotContain(past);
        assertThat(upcoming.items().map(item -> item.get("date").longValue()))
                .isSorted()
                .allMatch(date -> date >= System.currentTimeMillis() - 60_000);
        assertThat(ids(all)).contains(past, soon);
    }

    @Test
    void anUnknownEventIsNotFound() {
        String path = "/api/events/" + UUID.randomUUID();

        assertThat(client.get(path).as(pia).send()).isFailure(404, NOT_FOUND);
        assertThat(client.delete(path).as(pia).send()).isFailure(404, NOT_FOUND);
    }

    @Test
    void deletingRemovesTheEventEverywhere() {
        // given
        String id = client.newEvent(pia, "Gala", "2031-05-01T18:30:00.000Z");
        client.post("/api/events/" + id + "/attend").as(max).send();

        // when
        Answer answer = client.delete("/api/events/" + id).as(pia).send();

        // then
        assertThat(answer).hasStatus(200).hasBody("{\"success\":true,\"message\":\"Événement supprimé avec succès\"}");
        assertThat(client.get("/api/events/" + id).as(pia).send()).isFailure(404, NOT_FOUND);
        assertThat(ids(client.get("/api/events").as(pia).send())).doesNotContain(id);
        assertThat(client.delete("/api/events/" + id).as(pia).send()).isFailure(404, NOT_FOUND);
        assertThat(client.delete("/api/events/" + id).as(max).send()).isFailure(404, NOT_FOUND);
        assertThat(client.put("/api/events/" + id).as(pia).json("{}").send()).isFailure(404, NOT_FOUND);
        assertThat(client.post("/api/events/" + id + "/attend").as(max).send()).isFailure(404, NOT_FOUND);
        assertThat(client.delete("/api/events/" + id + "/attend").as(max).send())
                .isFailure(404, NOT_FOUND);
    }

    @Test
    void nobodyElseDeletesAnEvent() {
        String id = client.newEvent(pia, "Gala", "2031-05-01T18:30:00.000Z");

        assertThat(client.delete("/api/events/" + id).as(max).send()).isFailure(403, "Non autorisé");
        assertThat(client.get("/api/events/" + id).as(max).send()).hasStatus(200);
    }

    @Test
    void ofEightSimultaneousDeletionsOneFindsTheEvent() {
        String id = client.newEvent(pia, "Gala", "2031-05-01T18:30:00.000Z");

        List<Answer> answers = Simultaneously.send(
                Simultaneously.EIGHT, i -> client.delete("/api/events/" + id).as(pia));

        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 200))
                .hasSize(7)
                .allSatisfy(loser -> assertThat(loser).isFailure(404, NOT_FOUND));
    }

    private Answer create(String body) {
        return client.post("/api/events").as(pia).json(body).send();
    }

    private static List<String> ids(Answer list) {
        return list.items().map(EventsContractTest::id).toList();
    }

    private static String id(JsonNode item) {
        return item.get("id").stringValue();
    }
}
