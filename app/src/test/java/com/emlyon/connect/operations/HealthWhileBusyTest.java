package com.emlyon.connect.operations;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.FreePort;
import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.platform.postgres.TestPostgres;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Health and metrics do not wait for the requests that take the processors, however many they are. */
class HealthWhileBusyTest {

    private final ContractClient client = new ContractClient(TestNode.shared());
    private final Member pia = client.newMember("Pia One");

    @ParameterizedTest
    @ValueSource(strings = {"/api/health", "/actuator/health/readiness", "/actuator/prometheus"})
    void theyAreAnsweredWhileNoVirtualThreadCanRun(String path) throws InterruptedException {
        try (ExecutorService platformThreads = Executors.newCachedThreadPool();
                BusyCarriers busy = new BusyCarriers()) {
            // when
            CompletableFuture<Answer> other = CompletableFuture.supplyAsync(
                    () -> client.get("/api/checkins").as(pia).send(), platformThreads);
            Answer answer = client.get(path).send();

            // then
            assertThat(answer).hasStatus(200);
            assertThat(other).isNotDone();
            busy.close();
            assertThat(other.join()).hasStatus(200);
        }
    }

    @Test
    void thePortOfOperatorsDoesNotWaitEither() throws Exception {
        int port = FreePort.next();
        try (TestNode node = TestNode.start(TestPostgres.freshDatabaseUrl(), "--MANAGEMENT_PORT=" + port);
                HttpClient operator = HttpClient.newHttpClient();
                BusyCarriers _ = new BusyCarriers()) {
            HttpRequest health = HttpRequest.newBuilder(URI.create(
                            "http://%s:%d/actuator/health".formatted(node.http().getHost(), port)))
                    .build();

            assertThat(operator.send(health, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aConnectionThatHasAskedForHealthIsServedLikeOthersAfterwards() {
        for (int i = 0; i < 3; i++) {
            assertThat(client.get("/api/health").send()).hasStatus(200);
            assertThat(client.get("/api/users/me").as(pia).send()).hasStatus(200);
        }
    }

    /** All carriers of virtual threads, kept by virtual threads that compute. */
    private static final class BusyCarriers implements AutoCloseable {

        private static final int ALL = Integer.getInteger(
                "jdk.virtualThreadScheduler.parallelism", Runtime.getRuntime().availableProcessors());

        private final AtomicBoolean over = new AtomicBoolean();

        BusyCarriers() throws InterruptedException {
            CountDownLatch busy = new CountDownLatch(ALL);
            for (int i = 0; i < ALL; i++) {
                Thread.startVirtualThread(() -> {
                    busy.countDown();
                    while (!over.get()) {
                        Thread.onSpinWait();
                    }
                });
            }
            busy.await();
        }

        @Override
        public void close() {
            over.set(true);
        }
    }
}
