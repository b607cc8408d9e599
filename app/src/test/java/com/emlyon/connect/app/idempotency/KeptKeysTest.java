package com.emlyon.connect.app.idempotency;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestClock;
import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.platform.postgres.TestPostgres;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long keys are kept, by the time that all nodes share: the clock of the database may jump. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeptKeysTest {

    private final TestClock clock = new TestClock();
    private final TestNode node = TestNode.start(clock, TestPostgres.freshDatabaseUrl());
    private final ContractClient client = new ContractClient(node);
    private final Member pia = client.newMember("Pia One");

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void aKeyIsKeptForADayAndNoLonger() {
        // given
        assertThat(checkIn("Le Sucre", "first")).hasStatus(201);
        clock.advance(Duration.ofHours(23));
        assertThat(checkIn("Le Sucre", "second")).hasStatus(201);
        node.bean(KeySweep.class).sweep();
        assertThat(keys()).isEqualTo(2);
        assertThat(checkIn("Ninkasi", "first")).hasStatus(422);

        // when
        clock.advance(Duration.ofHours(2));

        // then
        assertThat(checkIn("Ninkasi", "first")).hasStatus(201);
        assertThat(checkIn("Ninkasi", "second")).hasStatus(422);

        // when
        clock.advance(Duration.ofHours(23));
        node.bean(KeySweep.class).sweep();

        // then
        assertThat(keys()).isEqualTo(1);
    }

    private Answer checkIn(String place, String key) {
        return client.post("/api/checkins")
                .as(pia)
                .header("Idempotency-Key", key)
                .json("{\"locationName\":\"%s\",\"latitude\":45.7489,\"longitude\":4.8181}".formatted(place))
                .send();
    }

    private long keys() {
        return node.bean(JdbcClient.class)
                .sql("SELECT count(*) FROM store.idempotency_key")
                .query(Long.class)
                .single();
    }
}
