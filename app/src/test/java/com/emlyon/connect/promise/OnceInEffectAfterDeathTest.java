package com.emlyon.connect.promise;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.emlyon.connect.app.HeldUpCheckIns;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.Call;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Json;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.promise.process.ForkedNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A node is killed after facts were committed, and before they were answered: who asks again is answered, and nothing is done twice. */
class OnceInEffectAfterDeathTest {

    private static final int STUDENTS = 8;
    private static final Duration A_WHILE = Duration.ofSeconds(90);
    private static final String CHECK_IN = "{\"locationName\":\"Le Sucre\",\"latitude\":45.7489,\"longitude\":4.8181}";

    private final TwoNodes nodes = TwoNodes.shared();
    private final JdbcClient database = nodes.node(0).bean(JdbcClient.class);
    private final Map<Member, String> keys = IntStream.range(0, STUDENTS)
            .mapToObj(number -> nodes.campus(number).newStudent("Student " + number))
            .collect(Collectors.toMap(
                    student -> student, student -> UUID.randomUUID().toString()));

    @Test
    @Timeout(400)
    void whatWasCommittedAndNotAnsweredWhenTheNodeWasKilledIsAnsweredByAnotherNodeAndDoneOnce() throws IOException {
        String url = nodes.node(0).bean(Environment.class).getRequiredProperty("DATABASE_URL");
        // However slow the machine is, no request is answered before the death.
        try (ForkedNode dying = ForkedNode.start(url, "--projections.longest-wait=10m")) {
            List<CompletableFuture<Answer>> lost = new ArrayList<>();
            try (HeldUpCheckIns _ = HeldUpCheckIns.on(nodes.node(0))) {
                // given: the facts are committed, and their answers wait for the view
                keys.forEach((student, key) -> lost.add(answerOf(() -> checkIn(dying.client(), student, key))));
                await().atMost(A_WHILE)
                        .until(() -> checkIns().size()
                                        + lost.stream()
                                                .filter(CompletableFuture::isDone)
                                                .count()
                                >= STUDENTS);

                // when
                dying.kill();
            }
            assertThat(lost.stream()
                            .filter(answer -> answer.handle((done, failure) -> failure != null)
                                    .join()))
                    .as("requests that were not answered")
                    .isNotEmpty();
        }

        // then
        keys.forEach((student, key) -> {
            await().atMost(A_WHILE)
                    .until(() -> checkIn(nodes.client(1), student, key).send().status() != 409);
            Answer again = checkIn(nodes.client(1), student, key).send();
            assertThat(again).hasStatus(201);
            assertThat(checkIns().get(student.id())).containsExactly(again.string("/data/id"));
            assertThat(checkIn(nodes.client(0), student, key).send()).hasBody(again.text());
        });
    }

    private static CompletableFuture<Answer> answerOf(Supplier<Call> call) {
        return CompletableFuture.supplyAsync(() -> call.get().send(), Thread::startVirtualThread);
    }

    private static Call checkIn(ContractClient client, Member student, String key) {
        return client.post("/api/checkins")
                .as(student)
                .header("Idempotency-Key", key)
                .json(CHECK_IN);
    }

    /** The ids of the stored check-ins of each student. */
    private Map<String, List<String>> checkIns() {
        Stream<String> payloads = database
                .sql("SELECT payload FROM store.fact WHERE type = 'CheckedIn'")
                .query((row, number) -> row.getString(1))
                .list()
                .stream();
        return payloads.map(Json::parse)
                .filter(fact -> keys.keySet().stream()
                        .anyMatch(student ->
                                student.id().equals(fact.get("account").stringValue())))
                .collect(Collectors.groupingBy(
                        fact -> fact.get("account").stringValue(),
                        Collectors.mapping(fact -> fact.get("checkIn").stringValue(), Collectors.toList())));
    }
}
