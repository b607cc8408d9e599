package com.emlyon.connect.contract;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 3: which fields make a check-in. */
@ContractTest
class CheckInFieldsContractTest {

    private final ContractClient client = new ContractClient();
    private final Member pia = client.newMember("Pia One");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                      | null
            `,"statusEmoji":null`   | ""
            `,"statusEmoji":""`     | ""
            `,"statusEmoji":"  "`   | ""
            `,"statusEmoji":5`      | "5"
            `,"statusEmoji":1.5`    | "1.5"
            `,"statusEmoji":"🎓🍻"` | "🎓🍻"
            `,"statusEmoji":"<i>"`  | "<i>"
            """)
    void theEmojiIsOptionalAndAlwaysText(String field, String printed) {
        Answer answer = checkIn("{\"locationName\":\"Bar\",\"latitude\":1,\"longitude\":1%s}".formatted(field));

        assertThat(answer).hasStatus(201);
        assertThat(answer.text()).endsWith(",\"statusEmoji\":" + printed + "}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"set\":\"x\"}", "[\"x\"]"})
    void anEmojiThatIsNoTextIsRefused(String value) {
        assertThat(checkIn("{\"locationName\":\"Bar\",\"latitude\":1,\"longitude\":1,\"statusEmoji\":%s}"
                        .formatted(value)))
                .isFailureInOwnWords(400);
    }

    @ParameterizedTest
    @CsvSource({
        "45.0, 45, 4.50, 4.5",
        "90, 90, 180, 180",
        "-90, -90, -180, -180",
        "0, 0, 0, 0",
        "4.5e1, 45, 1e2, 100",
        "45.123456789, 45.123456789, -4.000001, -4.000001"
    })
    void coordinatesUpToTheirBoundsArePrintedWithoutNeedlessFraction(
            String latitude, String printedLatitude, String longitude, String printedLongitude) {
        Answer answer =
                checkIn("{\"locationName\":\"Bar\",\"latitude\":%s,\"longitude\":%s}".formatted(latitude, longitude));

        String printed = "\"latitude\":%s,\"longitude\":%s,".formatted(printedLatitude, printedLongitude);
        assertThat(answer).hasStatus(201);
        assertThat(answer.text()).contains(printed);
        assertThat(client.get("/api/checkins/user/" + pia.id()).as(pia).send().text())
                .contains(printed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"latitude":1,"longitude":1}                                              | Le nom du lieu est requis
            {"locationName":"","latitude":1,"longitude":1}                            | Le nom du lieu est requis
            {"locationName":"   ","latitude":1,"longitude":1}                         | Le nom du lieu est requis
            {"locationName":null,"latitude":1,"longitude":1}                          | Le nom du lieu est requis
            {"locationName":["Bar"],"latitude":1,"longitude":1}                       | Le nom du lieu est requis
            {"locationName":{"set":"Bar"},"latitude":1,"longitude":1}                 | Le nom du lieu est requis
            {"locationName":"Bar","longitude":1}                                      | Latitude invalide
            {"locationName":"Bar","latitude":null,"longitude":1}                      | Latitude invalide
            {"locationName":"Bar","latitude":"nord","longitude":1}                    | Latitude invalide
            {"locationName":"Bar","latitude":"","longitude":1}                        | Latitude invalide
            {"locationName":"Bar","latitude":"45.5","longitude":1}                    | Latitude invalide
            {"locationName":"Bar","latitude":[1],"longitude":1}                       | Latitude invalide
            {"locationName":"Bar","latitude":{},"longitude":1}                        | Latitude invalide
            {"locationName":"Bar","latitude":true,"longitude":1}                      | Latitude invalide
            {"locationName":"Bar","latitude":90.0001,"longitude":1}                   | Latitude invalide
            {"locationName":"Bar","latitude":-90.0001,"longitude":1}                  | Latitude invalide
            {"locationName":"Bar","latitude":1e999,"longitude":1}                     | Latitude invalide
            {"locationName":"Bar","latitude":1}                                       | Longitude invalide
            {"locationName":"Bar","latitude":1,"longitude":null}                      | Longitude invalide
            {"locationName":"Bar","latitude":1,"longitude":"4.8"}                     | Longitude invalide
            {"locationName":"Bar","latitude":1,"longitude":[1]}                       | Longitude invalide
            {"locationName":"Bar","latitude":1,"longitude":180.0001}                  | Longitude invalide
            {"locationName":"Bar","latitude":1,"longitude":-181}                      | Longitude invalide
            {"latitude":91,"longitude":1}                                             | Le nom du lieu est requis, Latitude invalide
            {"locationName":" ","latitude":1,"longitude":181}                         | Le nom du lieu est requis, Longitude invalide
            {"locationName":"Bar"}                                                    | Latitude invalide, Longitude invalide
            {}                                                                        | Le nom du lieu est requis, Latitude invalide, Longitude invalide
            """)
    void anInvalidCheckInIsRefusedInTheWordsOfTheTable(String body, String message) {
        assertThat(checkIn(body)).isFailure(400, message);
    }

    @Test
    void anEmptyBodyLacksEverything() {
        assertThat(client.post("/api/checkins").as(pia).send())
                .isFailure(400, "Le nom du lieu est requis, Latitude invalide, Longitude invalide");
    }

    @ParameterizedTest
    @CsvSource({"locationName, 200", "statusEmoji, 32"})
    void textsOfTheLimitAreTakenAndLongerOnesRefused(String field, int limit) {
        // given
        String rest =
                "\"latitude\":1,\"longitude\":1," + (field.equals("locationName") ? "" : "\"locationName\":\"Bar\",");
        String longest = "🎵".repeat(limit);

        // when
        Answer taken = checkIn("{%s\"%s\":\" %s \"}".formatted(rest, field, longest));
        Answer refused = checkIn("{%s\"%s\":\"%sa\"}".formatted(rest, field, longest));

        // then
        assertThat(taken).hasStatus(201);
        assertThat(taken.string("/data/" + field)).isEqualTo(longest);
        assertThat(refused).isFailureInOwnWords(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"locationName", "statusEmoji"})
    void aNulInATextIsRefused(String field) {
        String rest =
                "\"latitude\":1,\"longitude\":1" + (field.equals("locationName") ? "" : ",\"locationName\":\"Bar\"");

        assertThat(checkIn("{%s,\"%s\":\"a\\u0000b\"}".formatted(rest, field))).isFailureInOwnWords(400);
    }

    private Answer checkIn(String body) {
        return client.post("/api/checkins").as(pia).json(body).send();
    }
}
