package com.emlyon.connect.promise;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.Call;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.contract.Simultaneously;
import com.emlyon.connect.query.Projections;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everybody takes part in an event once at most, however many requests and nodes say so. */
class JoinedOnceTest {

    private static final int REQUESTS = 100;
    private static final int STUDENTS_IN_A_STORM = 10;

    private final TwoNodes nodes = TwoNodes.shared();
    private final Member max = nodes.campus(0).newStudent("Max Two");
    private final String gala = nodes.client(0).newEvent(max, "Gala", "2031-05-01T18:30:00.000Z");

    @Test
    void ofAHundredSimultaneousJoinsOfOneStudentOneSucceeds() {
        // given
        Member pia = nodes.campus(0).newStudent("Pia One");

        // when
        List<Answer> answers = Simultaneously.send(REQUESTS, i -> join(i, pia));

        // then
        assertThat(answers.stream().filter(answer -> answer.status() == 200))
                .hasSize(1)
                .allSatisfy(winner ->
                        assertThat(winner).hasBody("{\"success\":true,\"message\":\"Participation confirmée\"}"));
        assertThat(answers.stream().filter(answer -> answer.status() != 200))
                .hasSize(REQUESTS - 1)
                .allSatisfy(loser -> assertThat(loser).isFailure(400, "Vous participez déjà à cet événement"));
        assertThat(history()).containsExactly("EventCreated " + max.id(), "EventJoined " + pia.id());
        assertThatBothNodesShow(max.id(), pia.id());
    }

    @Test
    void aHundredStudentsJoinSimultaneouslyAndNobodyIsTurnedAway() {
        // given
        List<Member> students =
                Simultaneously.all(REQUESTS, i -> () -> nodes.campus(i).newStudent("Student " + i));

        // when
        List<Answer> answers = Simultaneously.send(REQUESTS, i -> join(i, students.get(i)));

        // then
        assertThat(answers).allSatisfy(answer -> assertThat(answer).hasStatus(200));
        List<String> inOrderOfJoining = nodes.history().of(gala).stream()
                .filter(fact -> fact.type().equals("EventJoined"))
                .map(fact -> fact.says("account"))
                .toList();
        assertThat(inOrderOfJoining)
                .containsExactlyInAnyOrderElementsOf(
                        students.stream().map(Member::id).toList());
        assertThatBothNodesShow(
                Stream.concat(Stream.of(max.id()), inOrderOfJoining.stream()).toArray(String[]::new));
    }

    @Test
    void aStormOfJoiningAndLeavingEndsAsTheFactsSay() {
        // given
        List<Member> students = IntStream.range(0, STUDENTS_IN_A_STORM)
                .mapToObj(i -> nodes.campus(i).newStudent("Student " + i))
                .toList();

        // when
        List<Answer> answers = Simultaneously.send(REQUESTS, i -> {
            Member student = students.get(i % STUDENTS_IN_A_STORM);
            return i / STUDENTS_IN_A_STORM % 3 == 2 ? leave(i / 2, student) : join(i / 2, student);
        });

        // then
        assertThat(answers).extracting(Answer::status).containsOnly(200, 400);
        assertThat(nodes.history().of(gala))
                .hasSize(1
                        + (int) answers.stream()
                                .filter(answer -> answer.status() == 200)
                                .count());
        assertThatBothNodesShow(attendeesByTheFacts().toArray(String[]::new));
    }

    @Test
    void whatWasSaidOnOneNodeIsNotOverlookedOnTheOther() {
        Member pia = nodes.campus(0).newStudent("Pia One");

        for (int here = 0; here < 2; here++) {
            int there = here + 1;
            assertThat(join(here, pia).send()).hasStatus(200);
            assertThat(leave(there, pia).send()).hasStatus(200);
            assertThat(join(here, pia).send()).hasStatus(200);
            assertThat(join(there, pia).send()).isFailure(400, "Vous participez déjà à cet événement");
            assertThat(leave(there, pia).send()).hasStatus(200);
        }
        assertThat(history()).hasSize(1 + 2 * 4);
    }

    private Call join(int node, Member member) {
        return nodes.client(node).post("/api/events/" + gala + "/attend").as(member);
    }

    private Call leave(int node, Member member) {
        return nodes.client(node).delete("/api/events/" + gala + "/attend").as(member);
    }

    private void assertThatBothNodesShow(String... attendees) {
        nodes.campus(0).awaitEndOfHistory(Projections.EVENTS);
        for (int node = 0; node < 2; node++) {
            assertThat(nodes.client(node)
                            .get("/api/events/" + gala)
                            .as(max)
                            .send()
                            .at("/data/attendees")
                            .valueStream()
                            .map(attendee -> attendee.get("id").stringValue()))
                    .containsExactly(attendees);
        }
    }

    /** Follows the facts, and fails when somebody joins who is there or leaves who is not. */
    private Set<String> attendeesByTheFacts() {
        Set<String> attendees = new LinkedHashSet<>();
        for (StoredFact fact : nodes.history().of(gala)) {
            boolean changed = switch (fact.type()) {
                case "EventCreated" -> attendees.add(fact.says("creator"));
                case "EventJoined" -> attendees.add(fact.says("account"));
                case "EventLeft" -> attendees.remove(fact.says("account"));
                default -> throw new AssertionError(fact);
            };
            assertThat(changed).as("%s changes who is there", fact).isTrue();
        }
        return attendees;
    }

    private List<String> history() {
        List<String> facts = new ArrayList<>();
        for (StoredFact fact : nodes.history().of(gala)) {
            facts.add(fact.type() + " " + fact.says("creator") + fact.says("account"));
        }
        return facts;
    }
}
