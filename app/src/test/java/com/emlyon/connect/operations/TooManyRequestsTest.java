package com.emlyon.connect.operations;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.platform.postgres.TestPostgres;
import jakarta.servlet.Filter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** More requests at once than can be served well. */
class TooManyRequestsTest {

    private static final String PATH = "/api/users/me";
    private static final int MOST_OF_AN_ACCOUNT = 16;
    private static final int MOST_WAITING_OF_AN_ACCOUNT = 128;

    private final HeldRequests held = new HeldRequests(PATH);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private TestNode node;
    private ContractClient client;
    private Member pia;
    private Member other;

    @BeforeEach
    void start() {
        node = TestNode.startWith(Filter.class, held, TestPostgres.freshDatabaseUrl());
        client = new ContractClient(node);
        pia = client.newMember("Pia One");
        other = client.newMember("Other Student");
    }

    @AfterEach
    void stop() {
        held.release();
        threads.close();
        node.close();
    }

    @Test
    void beyondThePlacesOfAnAccountAreRefusedAtOnceAndTheOthersAreServed() {
        // given
        List<CompletableFuture<Answer>> crowd = IntStream.range(0, MOST_OF_AN_ACCOUNT + MOST_WAITING_OF_AN_ACCOUNT)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> client.get(PATH).as(pia).send(), threads))
                .toList();
        awaitReads(MOST_OF_AN_ACCOUNT, MOST_WAITING_OF_AN_ACCOUNT);

        // when
        Answer beyond = client.get("/api/events").as(pia).send();

        // then
        assertThat(beyond).isFailure(503, "Service occupé, réessayez dans un instant");
        assertThat(beyond.header("Retry-After")).isPresent();
        assertThat(client.get("/api/health").send()).hasStatus(200);
        assertThat(client.get("/api/events").as(other).send()).hasStatus(200);
        assertThat(crowd).noneMatch(CompletableFuture::isDone);

        // when
        held.release();

        // then
        assertThat(crowd.stream().map(CompletableFuture::join))
                .allSatisfy(answer -> assertThat(answer).hasStatus(200));
        awaitReads(0, 0);
        assertThat(client.get(PATH).as(pia).send()).hasStatus(200);
    }

    private void awaitReads(int running, int waiting) {
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            Scrape scrape = Scrape.of(client);
            assertThat(scrape.value("connect_requests_running", "kind=\"read\""))
                    .isEqualTo(running);
            assertThat(scrape.value("connect_requests_waiting", "kind=\"read\""))
                    .isEqualTo(waiting);
        });
    }
}
