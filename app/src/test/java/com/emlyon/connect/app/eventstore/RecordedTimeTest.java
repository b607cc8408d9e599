package com.emlyon.connect.app.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestClock;
import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.platform.postgres.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** History is dated by the time that all nodes share, and not by the clock of the machine of a node. */
class RecordedTimeTest {

    @Test
    void factsAreRecordedAtTheSharedTime() {
        TestClock shared = new TestClock();
        shared.advance(Duration.ofDays(3));
        try (TestNode node = TestNode.start(shared, TestPostgres.freshDatabaseUrl())) {
            Instant before = shared.instant();

            new ContractClient(node).newMember("Pia One");

            assertThat(node.bean(JdbcClient.class)
                            .sql("SELECT recorded_at FROM store.fact")
                            .query(OffsetDateTime.class)
                            .list())
                    .isNotEmpty()
                    .allSatisfy(recorded -> assertThat(recorded.toInstant()).isBetween(before, shared.instant()));
        }
    }
}
