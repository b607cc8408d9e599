package com.emlyon.connect.promise;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An attempt that was interrupted is taken up by the next one with the same {@code Idempotency-Key}, and has one effect with it. */
@Timeout(180)
class InterruptedAttemptsTest {

    private static final Duration A_WHILE = Duration.ofSeconds(60);

    private final TwoNodes nodes = TwoNodes.shared();
    private final JdbcClient database = nodes.node(0).bean(JdbcClient.class);
    private final Member pia = nodes.campus(0).newStudent("Pia One");
    private final String key = UUID.randomUUID().toString();
    private final KeyedEvents keyed = new KeyedEvents(nodes, pia);

    @Test
    void aRegistrationThatWasInterruptedBeforeItWasAnsweredIsTakenUpByTheNextAttempt() {
        // given
        String ana = "{\"email\":\"%s\",\"password\":\"lemotdepasse\",\"name\":\"Ana\"}"
                .formatted(ContractClient.freshEmail());
        Function<Integer, Answer> register = node -> nodes.client(node)
                .post("/api/auth/register")
                .header("Idempotency-Key", key)
                .json(ana)
                .send();
        Answer lost = register.apply(0);
        assertThat(lost).hasStatus(201);
        String account = lost.string("/data/user/id");
        database.sql(
                        "UPDATE store.idempotency_key SET status = NULL, answer = NULL, claimed_until = begun WHERE account = ?")
                .param(account)
                .update();

        // when
        Answer again = register.apply(1);

        // then
        assertThat(again).hasStatus(201);
        assertThat(again.string("/data/user/id")).isEqualTo(account);
        assertThat(database.sql("SELECT count(*) FROM store.session WHERE account = ?")
                        .param(account)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(nodes.client(0)
                        .get("/api/users/me")
                        .bearer(again.string("/data/token"))
                        .send())
                .hasStatus(200);
    }

    @Test
    void anAttemptWhoseKeyWasTakenOverStoresNothing() throws SQLException {
        CompletableFuture<Answer> first;
        CompletableFuture<Answer> second;
        try (Connection other = nodes.node(0).bean(DataSource.class).getConnection();
                Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            // given: the first attempt hangs until its time is over
            lock.execute("LOCK TABLE store.fact IN EXCLUSIVE MODE");
            first = CompletableFuture.supplyAsync(
                    () -> keyed.create(0, "Gala", key).send(), Thread::startVirtualThread);
            await().atMost(A_WHILE).until(() -> keyed.claims() == 1 && waitingForTheLock() == 1);
            database.sql("UPDATE store.idempotency_key SET claimed_until = begun WHERE account = ?")
                    .param(pia.id())
                    .update();

            // when
            second = CompletableFuture.supplyAsync(
                    () -> keyed.create(1, "Gala", key).send(), Thread::startVirtualThread);
            await().atMost(A_WHILE).until(() -> waitingForTheLock() == 2);
            other.rollback();
        }

        // then
        assertThat(List.of(first.join().status(), second.join().status())).containsExactly(503, 201);
        assertThat(keyed.eventsCreatedBy(pia)).isEqualTo(1);
        assertThat(keyed.create(0, "Gala", key).send()).hasBody(second.join().text());
    }

    @Test
    void anAttemptThatIsStoringItsFactsIsNotWaitedFor() throws Exception {
        // given: an attempt that was thought to be interrupted has locked its key, as in the transaction of its facts
        assertThat(keyed.create(0, "Gala", key).send()).hasStatus(201);
        database.sql(
                        "UPDATE store.idempotency_key SET stored = false, status = NULL, answer = NULL, claimed_until = begun"
                                + " WHERE account = ?")
                .param(pia.id())
                .update();
        try (Connection storing = nodes.node(0).bean(DataSource.class).getConnection();
                PreparedStatement lock =
                        storing.prepareStatement("UPDATE store.idempotency_key SET stored = true WHERE account = ?")) {
            storing.setAutoCommit(false);
            lock.setString(1, pia.id());
            assertThat(lock.executeUpdate()).isEqualTo(1);

            // when
            CompletableFuture<Answer> second = CompletableFuture.supplyAsync(
                    () -> keyed.create(1, "Gala", key).send(), Thread::startVirtualThread);

            // then
            assertThat(second.get(A_WHILE.toSeconds(), TimeUnit.SECONDS).status())
                    .isEqualTo(409);
            storing.rollback();
        }
        assertThat(keyed.create(1, "Gala", key).send()).hasStatus(201);
    }

    private long waitingForTheLock() {
        return database.sql("SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'store.fact'::regclass"
                        + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())")
                .query(Long.class)
                .single();
    }
}
