package com.emlyon.connect.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProcessorLagTest {

    private static final Duration LONGER_THAN_ONE_MEASURE_LASTS = Duration.ofMillis(1_100);

    private final ContractClient client = new ContractClient(TestNode.shared());
    private final Member pia = client.newMember("Pia One");

    @Test
    void whoHasSeenEverythingIsNotBehind() {
        client.newEvent(pia, "Gala", "2031-05-01");

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(List.of("accounts", "avatars", "check-ins", "events", "rules"))
                        .allSatisfy(processor -> {
                            assertThat(lag("facts", processor)).isZero();
                            assertThat(lag("seconds", processor)).isZero();
                        }));
    }

    /** Whose position trails only behind facts that do not concern it has nothing left to do. */
    @RepeatedTest(5)
    void whatDoesNotConcernAProcessorIsNoLag() {
        afterThePresentMeasure();

        client.newEvent(pia, "Gala", "2031-05-01");

        assertThat(List.of("accounts", "avatars", "check-ins")).allSatisfy(processor -> {
            assertThat(lag("facts", processor)).as(processor).isZero();
            assertThat(lag("seconds", processor)).as(processor).isZero();
        });
    }

    @Test
    void whoCannotGoOnIsBehindByFactsAndSecondsUntilItHasCaughtUp() throws SQLException {
        try (Connection other = TestNode.shared().bean(DataSource.class).getConnection();
                Statement lock = other.createStatement()) {
            // given
            other.setAutoCommit(false);
            lock.execute("LOCK TABLE view.check_in IN ACCESS EXCLUSIVE MODE");

            // when
            Answer late = client.post("/api/checkins")
                    .as(pia)
                    .json("{\"locationName\":\"Le Sucre\",\"latitude\":45,\"longitude\":4.8}")
                    .send();
            client.newEvent(pia, "Gala", "2031-05-01");

            // then
            assertThat(late.status()).isEqualTo(201);
            assertThat(late.header("X-View")).hasValue("late");
            await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
                assertThat(lag("facts", "check-ins")).isEqualTo(2);
                assertThat(lag("seconds", "check-ins")).isBetween(1.5, 60.0);
                assertThat(lag("facts", "events")).isZero();
            });
            other.rollback();
        }
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(lag("facts", "check-ins")).isZero());
        assertThat(lag("seconds", "check-ins")).isZero();
    }

    private double lag(String unit, String processor) {
        return Scrape.of(client).value("connect_projection_lag_" + unit, "processor=\"" + processor + "\"");
    }

    private static void afterThePresentMeasure() {
        long now = System.nanoTime();
        await().pollInterval(50, TimeUnit.MILLISECONDS)
                .until(() -> System.nanoTime() - now > LONGER_THAN_ONE_MEASURE_LASTS.toNanos());
    }
}
