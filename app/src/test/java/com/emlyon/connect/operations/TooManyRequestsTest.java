package com.emlyon.connect.operations;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** More requests at once than can be served well. */
class TooManyRequestsTest {

    /** More than may be served and may wait; still more would only try the backlog of connections of a busy machine. */
    private static final int MANY = 500;

    private final ContractClient client = new ContractClient(TestNode.shared());

    @Test
    void moreAtOnceOfOneAccountThanMayWaitAreServedOrToldToComeAgainAndNoneFails() {
        Member pia = client.newMember("Pia One");
        Member other = client.newMember("Other Student");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            // when
            List<CompletableFuture<Answer>> crowd = IntStream.range(0, MANY)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> client.get("/api/events").as(pia).send(), threads))
                    .toList();
            Answer health = client.get("/api/health").send();
            Answer ofAnother = client.get("/api/users/me").as(other).send();

            // then
            assertThat(health).hasStatus(200);
            assertThat(ofAnother).hasStatus(200);
            List<Answer> answers = crowd.stream().map(CompletableFuture::join).toList();
            assertThat(answers).anySatisfy(answer -> assertThat(answer).hasStatus(200));
            assertThat(answers.stream().filter(answer -> answer.status() != 200))
                    .isNotEmpty()
                    .allSatisfy(answer -> {
                        assertThat(answer).isFailure(503, "Service occupé, réessayez dans un instant");
                        assertThat(answer.header("Retry-After")).isPresent();
                    });
        }
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            Scrape scrape = Scrape.of(client);
            assertThat(scrape.value("connect_requests_running", "kind=\"read\""))
                    .isZero();
            assertThat(scrape.value("connect_requests_waiting", "kind=\"read\""))
                    .isZero();
        });
        assertThat(client.get("/api/events").as(pia).send()).hasStatus(200);
    }
}
