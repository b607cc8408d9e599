package com.emlyon.connect.contract;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 4: which fields make an event. */
@ContractTest
class EventFieldsContractTest {

    private final ContractClient client = new ContractClient();
    private final Member pia = client.newMember("Pia One");
    private final Member max = client.newMember("Max Two");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"description":"d","date":"2031-01-01"}                            | Le titre est requis
            {"title":"","description":"d","date":"2031-01-01"}                 | Le titre est requis
            {"title":"   ","description":"d","date":"2031-01-01"}              | Le titre est requis
            {"title":null,"description":"d","date":"2031-01-01"}               | Le titre est requis
            {"title":["t"],"description":"d","date":"2031-01-01"}              | Le titre est requis
            {"title":{"set":"t"},"description":"d","date":"2031-01-01"}        | Le titre est requis
            {"title":"t","date":"2031-01-01"}                                  | La description est requise
            {"title":"t","description":"","date":"2031-01-01"}                 | La description est requise
            {"title":"t","description":" ","date":"2031-01-01"}                | La description est requise
            {"title":"t","description":["d"],"date":"2031-01-01"}              | La description est requise
            {"title":"t","description":{"set":"d"},"date":"2031-01-01"}        | La description est requise
            {"title":"t","description":"d"}                                    | Date invalide
            {"title":" ","date":"2031-01-01"}                                  | Le titre est requis, La description est requise
            {"description":"d","date":"demain"}                                | Le titre est requis, Date invalide
            {"title":"t","date":"demain"}                                      | La description est requise, Date invalide
            {}                                                                 | Le titre est requis, La description est requise, Date invalide
            """)
    void anInvalidEventIsRefusedInTheWordsOfTheTable(String body, String message) {
        assertThat(create(body)).isFailure(400, message);
    }

    @Test
    void anEmptyBodyLacksEverything() {
        assertThat(client.post("/api/events").as(pia).send())
                .isFailure(400, "Le titre est requis, La description est requise, Date invalide");
    }

    @ParameterizedTest
    @CsvSource({"title, 200", "description, 5000"})
    void textsOfTheLimitAreTakenAndLongerOnesRefused(String field, int limit) {
        // given
        String other = field.equals("title") ? "description" : "title";
        String body = "{\"%s\":\"x\",\"%s\":\"%s\",\"date\":\"2031-01-01\"}";
        String longest = "🎵".repeat(limit);

        // when
        Answer taken = create(body.formatted(other, field, " " + longest + " "));
        Answer refused = create(body.formatted(other, field, longest + "a"));

        // then
        assertThat(taken).hasStatus(201);
        assertThat(taken.string("/data/" + field)).isEqualTo(longest);
        assertThat(refused).isFailureInOwnWords(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "description"})
    void aNulInATextIsRefused(String field) {
        String other = field.equals("title") ? "description" : "title";

        assertThat(create("{\"%s\":\"a\\u0000b\",\"%s\":\"x\",\"date\":\"2031-01-01\"}".formatted(field, other)))
                .isFailureInOwnWords(400);
    }

    @Test
    void theCreatorCannotBeChosen() {
        Answer answer = create(
                "{\"title\":\"t\",\"description\":\"d\",\"date\":\"2031-01-01\",\"creatorId\":\"%s\",\"id\":\"x\"}"
                        .formatted(max.id()));

        assertThat(answer).hasStatus(201);
        assertThat(answer.string("/data/creator/id")).isEqualTo(pia.id());
        assertThat(answer.string("/data/id")).isNotEqualTo("x");
    }

    private Answer create(String body) {
        return client.post("/api/events").as(pia).json(body).send();
    }
}
