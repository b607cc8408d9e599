package com.emlyon.connect.contract;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Section 4: joining and leaving events. */
@ContractTest
class AttendanceContractTest {

    private static final String ALREADY = "Vous participez déjà à cet événement";
    private static final String NOT_FOUND = "Événement introuvable";

    private final ContractClient client = new ContractClient();
    private final Member pia = client.newMember("Pia One");
    private final Member max = client.newMember("Max Two");
    private final Member zoe = client.newMember("Zoé Three");

    @Test
    void joiningAddsAnAttendee() {
        // given
        String id = gala();

        // when
        Answer answer = join(id, max);

        // then
        assertThat(answer).hasStatus(200).hasBody("{\"success\":true,\"message\":\"Participation confirmée\"}");
        assertThat(attendees(id)).containsExactlyInAnyOrder(pia.id(), max.id());
        assertThat(client.get("/api/events/" + id)
                        .as(zoe)
                        .send()
                        .at("/data/attendees")
                        .toString())
                .contains(max.asPerson());
    }

    @Test
    void nobodyJoinsTwice() {
        String id = gala();
        join(id, max);

        assertThat(join(id, max)).isFailure(400, ALREADY);
        assertThat(join(id, pia)).isFailure(400, ALREADY);
        assertThat(attendees(id)).containsExactlyInAnyOrder(pia.id(), max.id());
    }

    @Test
    void anUnknownEventCannotBeJoinedOrLeft() {
        String unknown = UUID.randomUUID().toString();

        assertThat(join(unknown, max)).isFailure(404, NOT_FOUND);
        assertThat(leave(unknown, max)).isFailure(404, NOT_FOUND);
    }

    @Test
    void leavingRemovesTheAttendeeWhoMayComeBack() {
        // given
        String id = gala();
        join(id, max);

        // when
        Answer answer = leave(id, max);

        // then
        assertThat(answer).hasStatus(200).hasBody("{\"success\":true,\"message\":\"Participation annulée\"}");
        assertThat(attendees(id)).containsExactly(pia.id());
        assertThat(join(id, max)).hasStatus(200);
        assertThat(attendees(id)).containsExactlyInAnyOrder(pia.id(), max.id());
    }

    @Test
    void theCreatorCannotLeave() {
        String id = gala();

        assertThat(leave(id, pia)).isFailure(400, "Le créateur ne peut pas se désinscrire");
        assertThat(attendees(id)).containsExactly(pia.id());
    }

    @Test
    void whoHasNotJoinedCannotLeave() {
        String id = gala();

        assertThat(leave(id, max)).isFailureInOwnWords(400);
        join(id, max);
        leave(id, max);
        assertThat(leave(id, max)).isFailureInOwnWords(400);
        assertThat(attendees(id)).containsExactly(pia.id());
    }

    @Test
    void ofEightSimultaneousJoinsOneCounts() {
        String id = gala();

        List<Answer> answers = Simultaneously.send(Simultaneously.EIGHT, i -> joining(id, max));

        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 200))
                .hasSize(7)
                .allSatisfy(loser -> assertThat(loser).isFailure(400, ALREADY));
        assertThat(attendees(id)).containsExactlyInAnyOrder(pia.id(), max.id());
    }

    @Test
    void twoPeopleWhoJoinAtTheSameMomentBothTakePart() {
        String id = gala();

        List<Answer> answers = Simultaneously.send(2, i -> joining(id, i == 0 ? max : zoe));

        assertThat(answers).allSatisfy(answer -> assertThat(answer).hasStatus(200));
        assertThat(attendees(id)).containsExactlyInAnyOrder(pia.id(), max.id(), zoe.id());
    }

    @Test
    void ofEightSimultaneousLeavesOneCounts() {
        String id = gala();
        join(id, max);

        List<Answer> answers = Simultaneously.send(
                Simultaneously.EIGHT,
                i -> client.delete("/api/events/" + id + "/attend").as(max));

        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 200))
                .hasSize(7)
                .allSatisfy(loser -> assertThat(loser).isFailureInOwnWords(400));
        assertThat(attendees(id)).containsExactly(pia.id());
    }

    private String gala() {
        return client.newEvent(pia, "Gala", "2031-05-01T18:30:00.000Z");
    }

    private Call joining(String id, Member member) {
        return client.post("/api/events/" + id + "/attend").as(member);
    }

    private Answer join(String id, Member member) {
        return joining(id, member).send();
    }

    private Answer leave(String id, Member member) {
        return client.delete("/api/events/" + id + "/attend").as(member).send();
    }

    private List<String> attendees(String id) {
        return client.get("/api/events/" + id)
                .as(zoe)
                .send()
                .at("/data/attendees")
                .valueStream()
                .map(person -> person.get("id").stringValue())
                .toList();
    }
}
