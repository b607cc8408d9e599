package com.emlyon.connect.contract;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
