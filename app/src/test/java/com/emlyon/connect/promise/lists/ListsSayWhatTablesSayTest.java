package com.emlyon.connect.promise.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.operations.Scrape;
import com.emlyon.connect.promise.Campus;
import com.emlyon.connect.promise.RandomHistory;
import com.emlyon.platform.postgres.TestPostgres;
import com.emlyon.platform.projections.generation.ProjectionLifecycle;
import com.emlyon.platform.projections.projection.Projection;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A node that keeps lists ready answers with the same bytes and entity tags as one that reads the tables, whatever has happened before. */
class ListsSayWhatTablesSayTest {

    private static final List<String> LISTS = List.of(
            "/api/checkins",
            "/api/checkins?limit=2",
            "/api/checkins?bbox=-180,0,180,90&limit=3",
            "/api/events",
            "/api/events?upcoming=true",
            "/api/events?since=P7D&limit=3",
            "/api/events?from=2030-01-01&to=2032-01-01",
            "/api/users",
            "/api/users?q=a&limit=4");
    private static final List<String> PAGED =
            List.of("/api/checkins?limit=2", "/api/events?limit=2", "/api/users?limit=2");
    private static final int ROUNDS = 12;
    private static final int COMMANDS_A_ROUND = 60;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final long seed = Long.getLong("promise.seed", System.nanoTime());
    private final String url = TestPostgres.freshDatabaseUrl();
    private final TestNode withTables = TestNode.start(url, "--connect.live-read-model.enabled=false");
    /** However slow the machine is, readers are to be answered by the lists. */
    private final TestNode withLists = TestNode.start(url, "--connect.live-read-model.longest-wait=30s");

    private final ContractClient tables = new ContractClient(withTables);
    private final ContractClient lists = new ContractClient(withLists);

    @AfterEach
    void stop() {
        withLists.close();
        withTables.close();
    }

    @Test
    void afterAnyHistoryBothAnswerTheSame() {
        Member reader = new Campus(withTables).newStudent("Rita Reader");
        RandomHistory history = new RandomHistory(seed, new Campus(withTables));

        for (int round = 0; round < ROUNDS; round++) {
            // when
            history.goOn(COMMANDS_A_ROUND);
            if (round % 4 == 1) {
                withTables
                        .beans(Projection.class)
                        .forEach(projection ->
                                withTables.bean(ProjectionLifecycle.class).begin(projection));
            }

            // then nothing more happens while the one is asked and then the other
            new Campus(withTables).awaitEndOfHistory("rules", "accounts", "check-ins", "events");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> LISTS.forEach(path -> assertThat(text(lists, path, reader))
                            .as("%s, seed %d", path, seed)
                            .isEqualTo(text(tables, path, reader))));
            PAGED.forEach(path -> secondPagesAreTheSame(path, reader));
        }
        assertThat(Scrape.of(lists).value("connect_live_turned_away_total"))
                .as("readers who were answered by the tables, of %d and more", ROUNDS * LISTS.size())
                .isLessThan(ROUNDS);
    }

    private void secondPagesAreTheSame(String path, Member reader) {
        Answer first = lists.get(path).as(reader).send();
        first.items().map(item -> item.get("id").stringValue()).forEach(id -> {
            String second = "%s&after=%s".formatted(path, id);
            assertThat(text(lists, second, reader))
                    .as("%s, seed %d", second, seed)
                    .isEqualTo(text(tables, second, reader));
        });
    }

    private static String text(ContractClient node, String path, Member reader) {
        Answer answer = node.get(path).as(reader).send();
        assertThat(answer.status()).isEqualTo(200);
        return answer.header("ETag").orElseThrow() + answer.text();
    }
}
