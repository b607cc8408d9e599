package com.emlyon.connect.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.platform.postgres.TestPostgres;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The read model follows from history alone, not from how often, or in what portions, the facts are delivered. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameHistorySameTablesTest {

    private static final long SEED = 20261122;
    private static final int COMMANDS = 500;

    private final String original = TestPostgres.freshDatabaseUrl();
    private long end;
    private Map<String, List<String>> originalTables = Map.of();

    @BeforeAll
    void aLivelyTermTakesPlace() {
        try (TestNode node = TestNode.start(original)) {
            Campus campus = new Campus(node);
            new RandomHistory(SEED, campus).goOn(COMMANDS);
            campus.awaitEndOfHistory("rules");
            new Views(node, 200).follow();
            originalTables = Views.rows(node);
            end = new History(node).end();
            assertThatItWasLively(new History(node));
        }
    }

    private void assertThatItWasLively(History history) {
        assertThat(end).isGreaterThan(COMMANDS / 2);
        assertThat(history.all())
                .extracting(StoredFact::type)
                .contains(
                        "AccountRegistered",
                        "AccountRenamed",
                        "AvatarChanged",
                        "PasswordChanged",
                        "AccountDeleted",
                        "EmailClaimed",
                        "EmailReleased",
                        "CheckedIn",
                        "CheckedOut",
                        "EventCreated",
                        "EventUpdated",
                        "EventCancelled",
                        "EventJoined",
                        "EventLeft");
        assertThat(originalTables)
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 200})
    void whateverThePortionsAndHoweverOftenTheFactsComeTheTablesAreTheSame(int batchSize) {
        try (Replica replica = new Replica(batchSize)) {
            // when
            replica.copy(original, 0, end / 2);
            Map<String, List<String>> tablesHalfWay = replica.tables();
            replica.applyAgainAfter(Math.max(0, end / 2 - batchSize));

            // then
            assertThat(replica.tables()).isEqualTo(tablesHalfWay);

            // when
            replica.copy(original, end / 2, end);

            // then
            assertThat(replica.tables()).isEqualTo(originalTables);

            // when
            replica.applyAgainAfter(new Random(SEED + batchSize).nextLong(end));

            // then
            assertThat(replica.tables()).isEqualTo(originalTables);

            // when
            replica.applyAgainAfter(0);

            // then
            assertThat(replica.tables()).isEqualTo(originalTables);

            // when
            replica.rebuild();

            // then
            assertThat(replica.tables()).isEqualTo(originalTables);
        }
    }
}
