package com.emlyon.connect.operations;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.Call;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.feed.RawFeed;
import com.emlyon.platform.postgres.BreakablePostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL that is killed, or hangs, and comes back, as clients and operators see it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseOutageTest {

    private static final String UNAVAILABLE = "Service momentanément indisponible, réessayez dans quelques instants";
    private static final int SERVICE_RESTARTED = 1012;

    /** A second, and what a busy machine adds to it when many ask; the pool would wait for fifteen. */
    private static final Duration ABOUT_A_SECOND = Duration.ofSeconds(10);

    private static final Duration AT_ONCE = Duration.ofMillis(300);
    private static final int TRIES = 10;
    private static final Duration UNTIL_ALL_IS_WELL = Duration.ofMinutes(2);
    private static final int MORE_THAN_CONNECTIONS = 12;

    @TempDir
    static Path folder;

    private BreakablePostgres postgres;
    private TestNode node;
    private ContractClient client;
    private Member pia;

    @BeforeAll
    void start() {
        postgres = BreakablePostgres.start(folder);
        node = TestNode.start(
                postgres.url(), "--event-store.database.longest-silence=1s", "--connect.feed.longest-outage=1s");
        client = new ContractClient(node);
        pia = client.newMember("Pia One");
    }

    @AfterAll
    void stop() throws Exception {
        node.close();
        postgres.close();
    }

    @Test
    void aKilledDatabaseIsAnOutageThatIsToldOnceAndEnds() throws Exception {
        outage(postgres::kill, postgres::startAgain);
    }

    @Test
    void aDatabaseThatHangsIsAnOutageThatIsToldOnceAndEnds() throws Exception {
        outage(postgres::hang, postgres::goOn);
    }

    private void outage(Strike begin, Strike end) throws Exception {
        try (CapturedLogs logs = new CapturedLogs();
                RawFeed feed = RawFeed.open(node.ws(), pia.token())) {
            assertThat(feed.next().text()).contains("initial");

            // when
            begin.strike();
            try {
                isAnOutage(feed);
            } finally {
                end.strike();
            }

            // then
            await().atMost(UNTIL_ALL_IS_WELL)
                    .until(() -> client.get("/api/health").send().status() == 200);
            assertThat(client.get("/actuator/health/readiness").send().status()).isEqualTo(200);
            assertThat(calls().map(call -> call.get().send().status())).allMatch(status -> status < 300);
            client.openFeed(pia.token()).awaitInitial().close();
            assertThat(logs.text().lines().filter(line -> line.matches("(WARN|ERROR) .*")))
                    .singleElement()
                    .asString()
                    .contains("The database does not answer");
            assertThat(logs.text().lines().filter(line -> line.matches("INFO .*again.*")))
                    .singleElement()
                    .asString()
                    .contains("The database answers again");
        }
    }

    private void isAnOutage(RawFeed feed) {
        // then: all that came before anything was known have their answer, however many they are
        allAreUnavailable();
        // and those that come later wait for nothing
        assertThat(IntStream.range(0, TRIES)
                        .mapToObj(i -> timeOf(client.get("/api/checkins").as(pia))))
                .anySatisfy(time -> assertThat(time).isLessThan(AT_ONCE));
        assertThat(client.get("/api/checkins")
                        .header("Accept-Language", "en")
                        .as(pia)
                        .send())
                .isFailure(503, "The service is temporarily unavailable, try again in a few moments");
        assertThat(client.get("/api/health").send().status()).isEqualTo(503);
        assertThat(client.get("/actuator/health/readiness").send().status()).isEqualTo(503);
        assertThat(client.get("/actuator/health/liveness").send().status()).isEqualTo(200);
        assertThat(closeCode(feed)).isEqualTo(SERVICE_RESTARTED);
        try (RawFeed late = RawFeed.open(node.ws(), pia.token())) {
            assertThat(closeCode(late)).isEqualTo(SERVICE_RESTARTED);
        }
    }

    private void allAreUnavailable() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long start = System.nanoTime();
            List<Answer> answers = IntStream.range(0, MORE_THAN_CONNECTIONS)
                    .boxed()
                    .flatMap(i -> calls())
                    .map(call -> CompletableFuture.supplyAsync(() -> call.get().send(), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
            Duration taken = Duration.ofNanos(System.nanoTime() - start);

            assertThat(answers).allSatisfy(answer -> {
                assertThat(answer).isFailure(503, UNAVAILABLE);
                assertThat(answer.header("Retry-After")).hasValue("5");
            });
            assertThat(taken).isLessThan(ABOUT_A_SECOND);
        }
    }

    private static int closeCode(RawFeed feed) {
        int code = -1;
        while (code == -1) {
            code = feed.next().closeCode();
        }
        return code;
    }

    private static Duration timeOf(Call call) {
        long start = System.nanoTime();
        assertThat(call.send()).hasStatus(503);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private Stream<Supplier<Call>> calls() {
        return Stream.of(
                () -> client.get("/api/checkins").as(pia),
                () -> client.post("/api/checkins")
                        .as(pia)
                        .json("{\"locationName\":\"Le Sucre\",\"latitude\":45,\"longitude\":4.8}"));
    }

    /** What happens to the database. */
    @FunctionalInterface
    private interface Strike {

        void strike() throws Exception;
    }
}
