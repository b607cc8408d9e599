package com.emlyon.connect.promise.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.checkin.CheckIn;
import com.emlyon.connect.api.checkin.CheckInId;
import com.emlyon.connect.app.TestNode;
import com.emlyon.platform.postgres.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How far a processor or a view has read outlives the node on which it runs. */
@Timeout(600)
class PersistentTokensTest {

    private static final Duration A_WHILE = Duration.ofSeconds(60);
    private static final Set<String> REACTIONS = Set.of("avatars", "rules");
    private static final String VIEW = "check-ins";

    private final String url = TestPostgres.freshDatabaseUrl();
    private final History history = new History(url);
    private TestNode node = TestNode.start(url, AppliedFacts.ARGUMENT);

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void aProcessorGoesOnWhereItWasBeforeTheRestart() {
        // given
        for (int i = 0; i < 20; i++) {
            checkIn();
        }
        long before = history.end();
        await().atMost(A_WHILE).untilAsserted(() -> assertThat(readPositions()).isEqualTo(allAt(before)));
        awaitAppliedByTheView(History.allUpTo(before));

        // when
        node.close();

        // then
        assertThat(readPositions()).isEqualTo(allAt(before));

        // when
        node = TestNode.start(url, AppliedFacts.ARGUMENT);
        checkIn();

        // then
        await().atMost(A_WHILE).untilAsserted(() -> assertThat(readPositions()).isEqualTo(allAt(before + 1)));
        for (String processor : readPositions().keySet()) {
            assertThat(node.bean(AppliedFacts.class).by(processor))
                    .as(processor)
                    .allSatisfy(position -> assertThat(position).isGreaterThan(before));
        }
        awaitAppliedByTheView(List.of(before + 1));
    }

    /** What was applied is noted a moment after the position can be read. */
    private void awaitAppliedByTheView(List<Long> positions) {
        await().atMost(A_WHILE)
                .untilAsserted(
                        () -> assertThat(node.bean(AppliedFacts.class).by(VIEW)).isEqualTo(positions));
    }

    @Test
    void nothingIsKeptInMemoryOnly() {
        // then
        assertThat(node.beans(InMemoryTokenStore.class)).isEmpty();
        assertThat(node.beans(InMemoryEventStorageEngine.class)).isEmpty();
        assertThat(node.beans(EventStorageEngine.class)).hasSize(1);
        assertThat(node.beans(EventStore.class)).hasSize(1);
        assertThat(node.bean(EventProcessingConfiguration.class).eventProcessors())
                .isEmpty();
        assertThat(history.readPositions()).containsKeys(REACTIONS.toArray(String[]::new));
    }

    private void checkIn() {
        node.bean(CommandGateway.class)
                .sendAndWait(new CheckIn(
                        AccountId.random(), CheckInId.random(), "Le Sucre", 45.7489, 4.8181, null, Instant.now()));
    }

    private Map<String, Long> readPositions() {
        return history.readPositions().entrySet().stream()
                .filter(processor -> whoHaveFactsHere().contains(processor.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Each moves with the facts that concern it: no picture has changed. */
    private static Set<String> whoHaveFactsHere() {
        return Set.of("rules", VIEW);
    }

    private static Map<String, Long> allAt(long position) {
        return whoHaveFactsHere().stream().collect(Collectors.toMap(name -> name, name -> position));
    }
}
