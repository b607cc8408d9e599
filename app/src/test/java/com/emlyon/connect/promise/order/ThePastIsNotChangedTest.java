package com.emlyon.connect.promise.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.checkin.CheckIn;
import com.emlyon.connect.api.checkin.CheckInId;
import com.emlyon.connect.app.TestNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

/** The database itself refuses whatever would change what is stored, and nobody notices anything of the attempt. */
@Timeout(600)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ThePastIsNotChangedTest {

    @RegisterExtension
    private final TwoFollowedNodes nodes = new TwoFollowedNodes();

    private final TestNode node = nodes.one();
    private final History history = nodes.history();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE store.fact SET payload = '{}' WHERE position = 1",
                "UPDATE store.fact SET recorded_at = now() WHERE false",
                "DELETE FROM store.fact WHERE position = (SELECT max(position) FROM store.fact)",
                "TRUNCATE store.fact",
                """
                INSERT INTO store.fact (stream, sequence, stream_type, id, type, revision, payload, metadata, recorded_at)
                SELECT stream, sequence, stream_type, id, type, revision, payload, metadata, recorded_at FROM store.fact
                ON CONFLICT (stream, sequence) DO UPDATE SET payload = '{}'
                """,
                "MERGE INTO store.fact USING (SELECT 1 AS first) ON position = first WHEN MATCHED THEN DELETE"
            })
    void thePastIsNotChanged(String change) {
        // given
        node.bean(CommandGateway.class)
                .sendAndWait(new CheckIn(
                        AccountId.random(), CheckInId.random(), "Le Sucre", 45.7489, 4.8181, null, Instant.now()));
        List<Map<String, @Nullable Object>> before = newestFacts();

        // when
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> history.database().sql(change).update());

        // then
        assertThat(newestFacts()).isEqualTo(before);
    }

    private List<Map<String, @Nullable Object>> newestFacts() {
        return history.database()
                .sql("SELECT position, id, payload::text, recorded_at FROM store.fact ORDER BY position DESC LIMIT 10")
                .query()
                .listOfRows();
    }
}
