package com.emlyon.connect.promise;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.Call;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.contract.Simultaneously;
import com.emlyon.connect.query.Projections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every student is at one place at most, however many requests and nodes say where. */
class OneActiveCheckInTest {

    private static final int REQUESTS = 100;

    private final TwoNodes nodes = TwoNodes.shared();
    private final Member pia = nodes.campus(0).newStudent("Pia One");

    @Test
    void ofAHundredSimultaneousCheckInsOneStays() {
        // when
        List<Answer> answers = Simultaneously.send(REQUESTS, i -> checkIn(i, "Bar " + i));

        // then
        assertThat(answers).allSatisfy(answer -> assertThat(answer).hasStatus(201));
        assertThat(answers)
                .extracting(answer -> answer.string("/data/locationName"))
                .containsExactlyElementsOf(
                        IntStream.range(0, REQUESTS).mapToObj(i -> "Bar " + i).toList());

        // then
        List<String> acknowledged =
                answers.stream().map(answer -> answer.string("/data/id")).toList();
        nodes.campus(0).awaitEndOfHistory(Projections.CHECK_INS);
        List<String> active = checkInsOf(pia, nodes.client(0));
        assertThat(active).hasSize(1).isSubsetOf(acknowledged).isEqualTo(checkInsOf(pia, nodes.client(1)));
        assertThat(presenceOf(pia)).isEqualTo(oneAfterTheOther(checkedInOf(pia)));
        assertThat(checkedInOf(pia))
                .containsExactlyInAnyOrderElementsOf(acknowledged)
                .endsWith(active.getFirst());
    }

    @Test
    void ofCheckInsAndEndingsInAMixTheLastOneCounts() {
        // given
        String first = nodes.client(0).newCheckIn(pia, "Le Sucre");

        // when
        List<Answer> answers = Simultaneously.send(
                REQUESTS,
                i -> i < REQUESTS / 2
                        ? checkIn(i, "Bar du Port")
                        : nodes.client(i).delete("/api/checkins/" + first).as(pia));

        // then
        assertThat(answers.subList(0, REQUESTS / 2))
                .allSatisfy(answer -> assertThat(answer).hasStatus(201));
        assertThat(answers.subList(REQUESTS / 2, REQUESTS))
                .filteredOn(answer -> answer.status() != 200)
                .hasSizeBetween(REQUESTS / 2 - 1, REQUESTS / 2)
                .allSatisfy(late -> assertThat(late).isFailure(404, "Check-in introuvable"));
        nodes.campus(0).awaitEndOfHistory(Projections.CHECK_INS);
        assertThat(presenceOf(pia)).isEqualTo(oneAfterTheOther(checkedInOf(pia)));
        assertThat(checkInsOf(pia, nodes.client(1)))
                .containsExactly(checkedInOf(pia).getLast());
    }

    @Test
    void whatWasSaidOnOneNodeIsNotOverlookedOnTheOther() {
        // given
        nodes.client(0).newCheckIn(pia, "Le Sucre");
        String second = nodes.client(1).newCheckIn(pia, "Bar du Port");

        // when
        Answer onTheFirstNode =
                nodes.client(0).delete("/api/checkins/" + second).as(pia).send();
        Answer again = nodes.client(1).delete("/api/checkins/" + second).as(pia).send();

        // then
        assertThat(onTheFirstNode).hasStatus(200);
        assertThat(again).isFailure(404, "Check-in introuvable");
        assertThat(checkInsOf(pia, nodes.client(0))).isEmpty();
    }

    private Call checkIn(int node, String place) {
        return nodes.client(node)
                .post("/api/checkins")
                .as(pia)
                .json("{\"locationName\":\"%s\",\"latitude\":45.76,\"longitude\":4.83}".formatted(place));
    }

    /** What a presence does when nobody interferes: every check-in but the last is ended before the next begins. */
    private static List<String> oneAfterTheOther(List<String> checkIns) {
        return checkIns.stream()
                .flatMap(checkIn -> Stream.of("CheckedIn " + checkIn, "CheckedOut " + checkIn))
                .limit(2L * checkIns.size() - 1)
                .toList();
    }

    private List<String> presenceOf(Member member) {
        List<StoredFact> facts = nodes.history().of("presence-" + member.id());
        assertThat(facts.stream().map(StoredFact::sequence))
                .containsExactlyElementsOf(
                        IntStream.range(0, facts.size()).mapToObj(Long::valueOf).toList());
        return facts.stream()
                .map(fact -> fact.type() + " " + fact.says("checkIn"))
                .toList();
    }

    private List<String> checkedInOf(Member member) {
        return nodes.history().of("presence-" + member.id()).stream()
                .filter(fact -> fact.type().equals("CheckedIn"))
                .map(fact -> fact.says("checkIn"))
                .toList();
    }

    private static List<String> checkInsOf(Member member, ContractClient client) {
        return client.get("/api/checkins")
                .as(member)
                .send()
                .items(item -> item.at("/user/id").stringValue("").equals(member.id()))
                .map(item -> item.get("id").stringValue())
                .toList();
    }
}
