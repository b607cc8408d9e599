package com.emlyon.connect.rebuild;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.app.database.EarlierMoment;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Feed;
import com.emlyon.connect.contract.Json;
import com.emlyon.connect.contract.Member;
import com.emlyon.platform.postgres.TestPostgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The feed of administrators at /ws/admin. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ToldLiveTest {

    private static final int POLICY_VIOLATION = 1008;

    private final ContractClient client = new ContractClient(RebuildNode.node());
    private final Member admin = client.admin();
    private final Member pia = client.newMember("Pia One");

    @BeforeEach
    void nothingIsRebuilt() {
        RebuildNode.awaitCalm(client, admin);
    }

    @Test
    void theFirstFrameTellsHowAllProjectionsStand() {
        try (Feed feed = client.openAdminFeed(admin.token())) {
            assertThat(feed.nextFrame()).isEqualTo(frame());
        }
    }

    @Test
    void aRebuildIsToldFromItsBeginningToItsEnd() {
        long next = RebuildNode.nextGeneration("check-ins");
        try (Feed feed = client.openAdminFeed(admin.token())) {
            assertThat(feed.nextFrame()).startsWith("{\"type\":\"projections\",\"data\":[");

            // when: an open transaction keeps it from ending before a frame has said so
            try (EarlierMoment _ = EarlierMoment.hold(RebuildNode.database())) {
                client.post("/api/admin/projections/check-ins/rebuild")
                        .as(admin)
                        .send();

                // then
                feed.awaitFrame(frame -> allDone(frame, "check-ins"), "all facts of a rebuild");
            }
            feed.awaitFrame(
                    frame -> frame.contains("\"check-ins\",\"state\":\"SERVING\",\"generation\":" + next), "the end");
        }
    }

    @Test
    void whateverHappensAtMostTwoFramesASecondAreTold() {
        try (Feed feed = client.openAdminFeed(admin.token())) {
            feed.nextFrame();
            long next = RebuildNode.nextGeneration("check-ins");
            int frames = 0;

            // when
            long begun = System.nanoTime();
            client.post("/api/admin/projections/check-ins/rebuild").as(admin).send();
            String last = "";
            while (!last.contains("\"check-ins\",\"state\":\"SERVING\",\"generation\":" + next)) {
                last = feed.nextFrame();
                frames++;
            }

            // then the wire may delay any of them, but none was sent before the first, or after the last has arrived
            double seconds =
                    (System.nanoTime() - begun) / (double) Duration.ofSeconds(1).toNanos();
            assertThat(frames - 1).isLessThanOrEqualTo((int) Math.ceil(2 * seconds));
        }
    }

    @Test
    void aNewFactMovesWhatIsTold() {
        try (Feed feed = client.openAdminFeed(admin.token())) {
            feed.nextFrame();

            client.newCheckIn(pia, "Le Sucre");

            feed.awaitFrame(frame());
        }
    }

    @Test
    void nothingIsToldWhenNothingChanges() {
        try (Feed feed = client.openAdminFeed(admin.token())) {
            List<String> told = new ArrayList<>(List.of(feed.nextFrame()));
            // A frame for the second one alone, and then the change for both; there may be a frame on the way to it.
            try (Feed second = client.openAdminFeed(admin.token())) {
                second.nextFrame();
                client.newCheckIn(pia, "Le Sucre");
                String change = second.awaitFrame(frame());
                while (!told.getLast().equals(change)) {
                    told.add(feed.nextFrame());
                }
            }
            assertThat(told).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x"})
    void withoutAGoodTokenTheConnectionIsClosed(String token) {
        try (Feed feed = client.openAdminFeed(token)) {
            assertThat(feed.awaitClosing())
                    .isEqualTo(
                            new Feed.Closing(POLICY_VIOLATION, token.isEmpty() ? "Token manquant" : "Token invalide"));
        }
    }

    @Test
    void aStudentIsTurnedAway() {
        try (Feed feed = client.openAdminFeed(pia.token())) {
            assertThat(feed.awaitClosing()).isEqualTo(new Feed.Closing(POLICY_VIOLATION, "Non autorisé"));
        }
    }

    @Test
    void aPageOfAnotherOriginIsRefusedAndWithoutAnUpgradeThereIsNoSuchRoute() {
        String path = "/ws/admin?token=" + admin.token();

        assertThat(client.raw().handshake(path, "Origin: http://evil.example")).hasStatus(403);
        assertThat(client.raw().handshake(path, "Origin: http://localhost:3000"))
                .hasStatus(101);
        assertThat(client.raw().handshake("/ws/admin/?token=" + admin.token())).hasStatus(400);
        assertThat(client.get(path).send()).isFailure(404, "Route introuvable");
    }

    @Test
    void theConnectionEndsWithTheAccount() {
        try (TestNode node =
                TestNode.start(TestPostgres.freshDatabaseUrl(), "--ADMIN_EMAILS=" + TestNode.ADMIN_WHO_LEAVES)) {
            ContractClient other = new ContractClient(node);
            Member leaving = other.register(TestNode.ADMIN_WHO_LEAVES, "Chef Deux");
            try (Feed feed = other.openAdminFeed(leaving.token())) {
                feed.nextFrame();

                // when
                Answer deleted = other.delete("/api/users/me")
                        .as(leaving)
                        .json("{\"password\":\"%s\"}".formatted(ContractClient.PASSWORD))
                        .send();

                // then
                assertThat(deleted).hasStatus(200);
                assertThat(feed.awaitClosing()).isEqualTo(new Feed.Closing(POLICY_VIOLATION, "Token invalide"));
            }
        }
    }

    private static boolean allDone(String frame, String projection) {
        JsonNode rebuild = Json.parse(frame)
                .get("data")
                .valueStream()
                .filter(standing -> standing.get("name").stringValue().equals(projection))
                .map(standing -> standing.get("rebuild"))
                .findFirst()
                .orElseThrow();
        return !rebuild.isNull()
                && rebuild.get("factsDone").longValue() > 0
                && rebuild.get("factsDone").equals(rebuild.get("factsTotal"));
    }

    /** The list that the route answers, as a frame. */
    private String frame() {
        return "{\"type\":\"projections\",\"data\":%s}"
                .formatted(client.get("/api/admin/projections").as(admin).send().rawData());
    }
}
