package com.emlyon.connect.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.platform.postgres.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A write that is answered 503 is not stored later, and the answer says when its outcome is unknown. */
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WithdrawnWritesTest {

    private static final String EVENT = "{\"title\":\"%s\",\"description\":\"Un verre\",\"date\":\"2099-03-01\"}";
    private static final String NOT_STORED = "Rien n'a été enregistré, réessayez dans un instant";
    private static final String UNKNOWN =
            "On ne sait pas si c'est enregistré : vérifiez avant de recommencer, ou répétez avec la même Idempotency-Key";
    private static final Duration A_WHILE = Duration.ofSeconds(60);

    private String databaseUrl;
    private TestNode node;
    private ContractClient client;
    private Member pia;

    @BeforeAll
    void start() {
        databaseUrl = TestPostgres.freshDatabaseUrl();
        node = TestNode.start(databaseUrl, "--event-store.longest-wait=3s");
        client = new ContractClient(node);
        pia = client.newMember("Pia One");
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void writesThatTheDatabaseDoesNotTakeInTimeAreAnswered503AndAreNotStoredLater() throws SQLException {
        // given
        long before = storedEvents();
        List<String> titles =
                IntStream.range(0, 4).mapToObj(number -> "Stalled " + number).toList();
        try (Connection other = DriverManager.getConnection(databaseUrl);
                Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("LOCK TABLE store.fact IN EXCLUSIVE MODE");

            // when
            List<Answer> answers = createAll(titles);

            // then
            assertThat(answers).allSatisfy(answer -> {
                assertThat(answer.status()).as(answer.text()).isEqualTo(503);
                assertThat(answer.header("Retry-After"))
                        .hasValueSatisfying(seconds -> assertThat(seconds).containsOnlyDigits());
                assertThat(answer.string("/message")).isEqualTo(NOT_STORED);
            });
            other.rollback();
        }
        // Whatever was still in the queue would have been stored before this one.
        await().atMost(A_WHILE).until(() -> create("Afterwards").status() == 201);
        assertThat(storedEvents()).isEqualTo(before + 1);
    }

    @Test
    void aCommitThatWasCutOffIsAnswered503WhenItDidNotTakePlace() {
        long before = storedEvents();
        try (HeldUpCommit commit = new HeldUpCommit()) {
            CompletableFuture<Answer> answer = commit.of(() -> create("Cut off"));

            // when
            commit.cutOff();

            // then
            assertThat(answer.join().status()).isEqualTo(503);
            assertThat(answer.join().string("/message")).isEqualTo(NOT_STORED);
        }
        assertThat(storedEvents()).isEqualTo(before);
    }

    @Test
    void aCommitThatTakesPlaceAfterItsConnectionWasLostIsFoundAndAnsweredAsDone() {
        long before = storedEvents();
        try (HeldUpCommit commit = new HeldUpCommit()) {
            CompletableFuture<Answer> answer = commit.of(() -> create("Found"));

            // when
            await().atMost(A_WHILE).until(commit::isLookedFor);
            commit.goOn();

            // then
            assertThat(answer.join().status()).as(answer.join().text()).isEqualTo(201);
        }
        assertThat(storedEvents()).isEqualTo(before + 1);
    }

    @Test
    void aCommitOfWhichNothingIsHeardIsAnsweredAsUnknown() {
        try (HeldUpCommit commit = new HeldUpCommit()) {
            Answer answer = commit.of(() -> create("Unknown")).join();

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.string("/message")).isEqualTo(UNKNOWN);
            assertThat(answer.header("Retry-After")).isPresent();
        }
        await().atMost(A_WHILE).until(() -> create("Afterwards").status() == 201);
    }

    /** Facts are inserted, and the end of their transaction waits until the test lets it go on. */
    private final class HeldUpCommit implements AutoCloseable {

        private final JdbcClient database = JdbcClient.create(new DriverManagerDataSource(databaseUrl));

        HeldUpCommit() {
            database.sql("CREATE TABLE public.opened ()").update();
            database.sql("""
                    CREATE FUNCTION public.wait_at_gate() RETURNS trigger LANGUAGE plpgsql AS $$
                    BEGIN
                      WHILE NOT EXISTS (SELECT FROM public.opened) LOOP PERFORM pg_sleep(0.02); END LOOP;
                      RETURN NULL;
                    END $$
                    """).update();
            database.sql("""
                    CREATE CONSTRAINT TRIGGER wait_at_gate AFTER INSERT ON store.fact
                    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.wait_at_gate()
                    """).update();
        }

        /** What is answered; returns once its commit is held up. */
        CompletableFuture<Answer> of(Supplier<Answer> write) {
            CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(write, Thread::startVirtualThread);
            await().atMost(A_WHILE).until(() -> count("""
                    SELECT count(*) FROM pg_stat_activity
                    WHERE query ILIKE 'COMMIT%' AND state = 'active' AND datname = current_database()
                    """) == 1);
            return answer;
        }

        void cutOff() {
            database.sql("""
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                    WHERE query ILIKE 'COMMIT%' AND state = 'active' AND datname = current_database()
                    """).query(Boolean.class).list();
        }

        boolean isLookedFor() {
            return count("""
                    SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
                      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                    """) == 1;
        }

        void goOn() {
            database.sql("INSERT INTO public.opened DEFAULT VALUES").update();
        }

        private long count(String query) {
            return database.sql(query).query(Long.class).single();
        }

        @Override
        public void close() {
            goOn();
            database.sql("DROP TRIGGER wait_at_gate ON store.fact").update();
            database.sql("DROP FUNCTION public.wait_at_gate").update();
            database.sql("DROP TABLE public.opened").update();
        }
    }

    private List<Answer> createAll(List<String> titles) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return titles.stream()
                    .map(title -> CompletableFuture.supplyAsync(() -> create(title), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
    }

    private Answer create(String title) {
        return client.post("/api/events").as(pia).json(EVENT.formatted(title)).send();
    }

    private long storedEvents() {
        return database()
                .sql("SELECT count(*) FROM store.fact WHERE type = 'EventCreated'")
                .query(Long.class)
                .single();
    }

    private JdbcClient database() {
        return node.bean(JdbcClient.class);
    }
}
