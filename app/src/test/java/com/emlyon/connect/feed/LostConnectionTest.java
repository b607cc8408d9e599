package com.emlyon.connect.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.emlyon.connect.app.BreakableNode;
import com.emlyon.connect.app.BreakableNode.Outage;
import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Feed;
import com.emlyon.connect.contract.Member;
import com.emlyon.platform.postgres.TestPostgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A node that loses its database goes on by itself when it has it again; its clients stay, and miss nothing. */
class LostConnectionTest {

    private static final int TIMES = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String DEAF = "deaf-node";

    @Test
    void whatAnotherNodeChangesWhileConnectionsBreakIsTold() {
        String database = TestPostgres.freshDatabaseUrl();
        try (TestNode deaf = TestNode.start(database + "&ApplicationName=" + DEAF);
                TestNode other = TestNode.start(database)) {
            ContractClient there = new ContractClient(other);
            Member pia = there.newMember("Pia One");
            Member max = there.newMember("Max Two");
            try (Feed changes = new ContractClient(deaf).openChanges(pia.token(), Optional.empty());
                    Feed lists = new ContractClient(deaf).openFeed(pia.token()).awaitInitial()) {
                assertThat(changes.nextFrame()).startsWith("{\"type\":\"snapshot\"");

                // when
                List<String> checkIns = new ArrayList<>();
                for (int i = 0; i < TIMES; i++) {
                    TestPostgres.cut(DEAF);
                    checkIns.add(there.newCheckIn(max, "Bar " + i));
                }

                // then
                for (String checkIn : checkIns) {
                    assertThat(awaitAdded(changes, checkIn)).doesNotContain("snapshot");
                }
                assertThat(lists.awaitFrame(
                                frame -> frame.startsWith("{\"type\":\"checkIns\"")
                                        && frame.contains(checkIns.getLast()),
                                "the last check-in"))
                        .isNotEmpty();
            }
        }
    }

    @Test
    void afterAnOutageOfTheDatabaseTheSameConnectionIsToldWhatFollows() {
        ContractClient client = new ContractClient(BreakableNode.node());
        Member pia = client.newMember("Pia One");
        try (Feed changes = client.openChanges(pia.token(), Optional.empty())) {
            assertThat(changes.nextFrame()).startsWith("{\"type\":\"snapshot\"");

            // when
            try (Outage outage = BreakableNode.withoutDatabase()) {
                await().atMost(PATIENCE)
                        .until(() -> client.get("/api/health").send().status() == 503);
            }
            await().atMost(PATIENCE)
                    .until(() -> client.get("/api/health").send().status() == 200);
            // A write that meets a connection of before the outage is answered 503, and comes again.
            Answer written = await().atMost(PATIENCE)
                    .until(() -> client.checkIn(pia, "Le Sucre"), answer -> answer.status() == 201);
            String checkIn = written.string("/data/id");

            // then
            assertThat(awaitAdded(changes, checkIn)).doesNotContain("snapshot");
        }
    }

    private static String awaitAdded(Feed feed, String checkIn) {
        return feed.awaitFrame(frame -> frame.contains("\"id\":\"" + checkIn) && !frame.contains("removed"), checkIn);
    }
}
