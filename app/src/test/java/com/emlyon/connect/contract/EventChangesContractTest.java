package com.emlyon.connect.contract;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 4: PUT of an event, with the rules of POST for the fields that are sent (D15). */
@ContractTest
class EventChangesContractTest {

    private static final long DATE = 1_935_426_600_000L;

    private final ContractClient client = new ContractClient();
    private final Member pia = client.newMember("Pia One");
    private final Member max = client.newMember("Max Two");

    @Test
    void aChangeOfEverythingAnswersTheWholeEvent() {
        // given
        String id = gala();
        client.post("/api/events/" + id + "/attend").as(max).send();

        // when
        Answer answer =
                change(id, "{\"title\":\" Bal \",\"description\":\" Au quai \",\"date\":\"2027-03-01T18:30:00.000Z\"}");

        // then
        String attendees = answer.at("/data/attendees").toString();
        assertThat(answer).hasStatus(200).hasBody("""
                        {"success":true,"message":"Événement mis à jour avec succès","data":{"id":"%s","title":"Bal",\
                        "description":"Au quai","date":1803925800000,"creator":%s,"attendees":%s}}""".formatted(id, pia.asPerson(), attendees));
        assertThat(answer.at("/data/attendees")).hasSize(2);
        assertThat(attendees).contains(pia.asPerson(), max.asPerson());
        assertThat(read(id).rawData())
                .contains("\"title\":\"Bal\",\"description\":\"Au quai\",\"date\":1803925800000,");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"title":"Bal"}                                     | Bal  | Au parc | 1935426600000
            {"description":"Au quai"}                           | Gala | Au quai | 1935426600000
            {"date":"2027-03-01"}                               | Gala | Au parc | 1803859200000
            {"title":"Bal","description":null,"date":""}        | Bal  | Au parc | 1935426600000
            {"title":"","description":"Au quai","date":null}    | Gala | Au quai | 1935426600000
            {"title":null,"description":"","date":"2027-03-01"} | Gala | Au parc | 1803859200000
            {"title":"","description":"","date":""}             | Gala | Au parc | 1935426600000
            {}                                                  | Gala | Au parc | 1935426600000
            []                                                  | Gala | Au parc | 1935426600000
            {"creatorId":"x","id":"x","attendees":[]}           | Gala | Au parc | 1935426600000
            """)
    void whatIsMissingNullOrEmptyStaysAsItIs(String body, String title, String description, long date) {
        // given
        String id = gala();

        // when
        Answer answer = change(id, body);

        // then
        assertThat(answer).hasStatus(200);
        assertThat(answer.string("/message")).isEqualTo("Événement mis à jour avec succès");
        for (Answer seen : new Answer[] {answer, read(id)}) {
            assertThat(seen.string("/data/id")).isEqualTo(id);
            assertThat(seen.string("/data/title")).isEqualTo(title);
            assertThat(seen.string("/data/description")).isEqualTo(description);
            assertThat(seen.wholeNumber("/data/date")).isEqualTo(date);
            assertThat(seen.string("/data/creator/id")).isEqualTo(pia.id());
            assertThat(seen.at("/data/attendees")).hasSize(1);
        }
    }

    @Test
    void noBodyChangesNothing() {
        String id = gala();
        String before = read(id).rawData();

        assertThat(client.put("/api/events/" + id).as(pia).send()).hasStatus(200);

        assertThat(read(id).rawData()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"title":"   "}                           | Le titre est requis
            {"title":5}                               | Le titre est requis
            {"title":["Bal"]}                         | Le titre est requis
            {"title":{"set":"Bal"}}                   | Le titre est requis
            {"description":" "}                       | La description est requise
            {"description":["Au quai"]}               | La description est requise
            {"description":{"set":"Au quai"}}         | La description est requise
            {"title":" ","date":"demain"}             | Le titre est requis, Date invalide
            {"title":" ","description":" "}           | Le titre est requis, La description est requise
            {"title":"Bal","description":{}}          | La description est requise
            """)
    void anInvalidChangeIsRefusedAndChangesNothing(String body, String message) {
        String id = gala();
        String before = read(id).rawData();

        assertThat(change(id, body)).isFailure(400, message);

        assertThat(read(id).rawData()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"title, 200", "description, 5000"})
    void textsOfTheLimitAreTakenAndLongerOnesRefused(String field, int limit) {
        // given
        String id = gala();
        String longest = "🎵".repeat(limit);

        // then
        assertThat(change(id, "{\"%s\":\"%sa\"}".formatted(field, longest))).isFailureInOwnWords(400);
        assertThat(change(id, "{\"%s\":\" %s \"}".formatted(field, longest)).string("/data/" + field))
                .isEqualTo(longest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"title\":\"Bal\"}", "{}"})
    void nobodyElseChangesAnEvent(String body) {
        String id = gala();

        assertThat(client.put("/api/events/" + id).as(max).json(body).send()).isFailure(403, "Non autorisé");
        assertThat(read(id).string("/data/title")).isEqualTo("Gala");
    }

    @Test
    void anUnknownEventCannotBeChanged() {
        assertThat(change(UUID.randomUUID().toString(), "{\"title\":\"Bal\"}")).isFailure(404, "Événement introuvable");
    }

    private String gala() {
        String id = client.newEvent(pia, "Gala", "2031-05-01T18:30:00.000Z");
        assertThat(read(id).wholeNumber("/data/date")).isEqualTo(DATE);
        return id;
    }

    private Answer change(String id, String body) {
        return client.put("/api/events/" + id).as(pia).json(body).send();
    }

    private Answer read(String id) {
        return client.get("/api/events/" + id).as(max).send();
    }
}
