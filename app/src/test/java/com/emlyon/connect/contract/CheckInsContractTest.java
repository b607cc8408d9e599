package com.emlyon.connect.contract;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@ContractTest
class CheckInsContractTest {

    private static final String NOTHING = "{\"success\":true,\"data\":null}";

    private final ContractClient client = new ContractClient();
    private final Member pia = client.newMember("Pia One");
    private final Member max = client.newMember("Max Two");

    @Test
    void checkingInAnswersTheCheckIn() {
        Answer answer = checkIn("""
                {"locationName":"  <b>Bar</b> du Port & \\"co\\" ","latitude":45.76,"longitude":4.83,"statusEmoji":" 🍻 "}""");

        assertThat(answer).hasStatus(201).hasBody("""
                        {"success":true,"message":"Check-in créé avec succès","data":{"id":"%s","user":%s,\
                        "locationName":"<b>Bar</b> du Port & \\"co\\"","latitude":45.76,"longitude":4.83,\
                        "timestamp":%d,"statusEmoji":"🍻"}}""".formatted(
                        answer.string("/data/id"), pia.asPerson(), answer.wholeNumber("/data/timestamp")));
        assertThat(answer.wholeNumber("/data/timestamp")).isCloseTo(System.currentTimeMillis(), within(300_000L));
    }

    @Test
    void theListNamesThePromotionAndTheUsersOwnAnswerDoesNot() {
        // given
        Answer made = checkIn("{\"locationName\":\"Le Sucre\",\"latitude\":45.7489,\"longitude\":4.8181}");
        String rest = ",\"locationName\":\"Le Sucre\",\"latitude\":45.7489,\"longitude\":4.8181,"
                + "\"timestamp\":%d,\"statusEmoji\":null}".formatted(made.wholeNumber("/data/timestamp"));
        String id = "{\"id\":\"%s\",\"user\":".formatted(made.string("/data/id"));

        // when
        Answer list = client.get("/api/checkins").as(max).send();
        Answer ofPia = client.get("/api/checkins/user/" + pia.id()).as(max).send();

        // then
        assertThat(list).hasStatus(200).isJson();
        assertThat(list.rawData()).startsWith("[{").contains(id + pia.asPersonWithPromotion() + rest);
        assertThat(ofPia)
                .hasStatus(200)
                .hasBody("{\"success\":true,\"data\":%s%s%s}".formatted(id, pia.asPerson(), rest));
    }

    @Test
    void theListIsNewestFirst() {
        // given
        String first = client.newCheckIn(max, "D'abord");
        String second = client.newCheckIn(pia, "Ensuite");

        // when
        Answer list = client.get("/api/checkins").as(pia).send();

        // then
        List<Long> times =
                list.items().map(item -> item.get("timestamp").longValue()).toList();
        List<String> ids = list.items().map(CheckInsContractTest::id).toList();
        assertThat(times).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(ids).containsSubsequence(second, first);
    }

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"locationName\":\"Bar\",\"latitude\":\"45.5\",\"longitude\":1}",
                "{\"locationName\":\"Bar\",\"latitude\":[1],\"longitude\":1}",
                "{\"locationName\":[\"Bar\"],\"latitude\":1,\"longitude\":1}",
                "{\"locationName\":\"a\\u0000b\",\"latitude\":1,\"longitude\":1}"
            })
    void aRefusedCheckInLeavesTheFormerOneInPlace(String refused) {
        String former = client.newCheckIn(pia, "Le Sucre");

        assertThat(checkIn(refused)).hasStatus(400);

        assertThat(activeCheckInOf(pia).string("/data/id")).isEqualTo(former);
    }

    @Test
    void aSecondCheckInReplacesTheFirst() {
        // given
        String first = client.newCheckIn(pia, "Le Sucre");

        // when
        String second = client.newCheckIn(pia, "Bar du Port");

        // then
        assertThat(second).isNotEqualTo(first);
        assertThat(checkInsOf(pia)).containsExactly(second);
        assertThat(activeCheckInOf(pia).string("/data/id")).isEqualTo(second);
        assertThat(client.delete("/api/checkins/" + first).as(pia).send()).isFailure(404, "Check-in introuvable");
    }

    @Test
    void ofEightSimultaneousCheckInsOneStays() {
        List<Answer> answers = Simultaneously.send(
                Simultaneously.EIGHT,
                i -> client.post("/api/checkins")
                        .as(pia)
                        .json("{\"locationName\":\"Bar %d\",\"latitude\":1,\"longitude\":1}".formatted(i)));

        assertThat(answers).allSatisfy(answer -> assertThat(answer).hasStatus(201));
        assertThat(checkInsOf(pia)).hasSize(1);
        assertThat(answers.stream().map(answer -> answer.string("/data/id")))
                .doesNotHaveDuplicates()
                .contains(activeCheckInOf(pia).string("/data/id"));
    }

    @Test
    void endingACheckInRemovesItEverywhere() {
        // given
        String id = client.newCheckIn(pia, "Le Sucre");

        // when
        Answer answer = client.delete("/api/checkins/" + id).as(pia).send();

        // then
        assertThat(answer).hasStatus(200).hasBody("{\"success\":true,\"message\":\"Check-in supprimé avec succès\"}");
        assertThat(checkInsOf(pia)).isEmpty();
        assertThat(activeCheckInOf(pia)).hasStatus(200).hasBody(NOTHING);
        assertThat(client.delete("/api/checkins/" + id).as(pia).send()).isFailure(404, "Check-in introuvable");
    }

    @Test
    void anUnknownCheckInCannotBeEnded() {
        assertThat(client.delete("/api/checkins/" + UUID.randomUUID()).as(pia).send())
                .isFailure(404, "Check-in introuvable");
    }

    @Test
    void nobodyElseEndsACheckIn() {
        String id = client.newCheckIn(pia, "Le Sucre");

        assertThat(client.delete("/api/checkins/" + id).as(max).send()).isFailure(403, "Non autorisé");
        assertThat(activeCheckInOf(pia).string("/data/id")).isEqualTo(id);
    }

    @Test
    void ofEightSimultaneousEndingsOneFindsIt() {
        String id = client.newCheckIn(pia, "Le Sucre");

        List<Answer> answers = Simultaneously.send(
                Simultaneously.EIGHT, i -> client.delete("/api/checkins/" + id).as(pia));

        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 200))
                .hasSize(7)
                .allSatisfy(loser -> assertThat(loser).isFailure(404, "Check-in introuvable"));
    }

    @Test
    void nobodyUnknownIsCheckedIn() {
        assertThat(client.get("/api/checkins/user/" + UUID.randomUUID()).as(pia).send())
                .hasStatus(200)
                .hasBody(NOTHING);
    }

    private Answer checkIn(String body) {
        return client.post("/api/checkins").as(pia).json(body).send();
    }

    private Answer activeCheckInOf(Member member) {
        return client.get("/api/checkins/user/" + member.id()).as(max).send();
    }

    private List<String> checkInsOf(Member member) {
        return client.get("/api/checkins")
                .as(max)
                .send()
                .items(item -> item.at("/user/id").stringValue("").equals(member.id()))
                .map(CheckInsContractTest::id)
                .toList();
    }

    private static String id(JsonNode item) {
        return item.get("id").stringValue();
    }
}
