package com.emlyon.connect.promise.erased;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Feed;
import com.emlyon.connect.contract.Json;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.promise.Replica;
import com.emlyon.connect.promise.Views;
import com.emlyon.connect.promise.process.TwoProcesses;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody tells two nodes all that can be told, and goes: neither a dump of the database nor any file of it or of the service,
 * logs included, holds anything of it, and history can still be replayed.
 */
class ErasedMeansErasedIT {

    private static final Duration A_WHILE = Duration.ofMinutes(1);
    private static final String ADMIN = "chef@emlyon.com";
    private static final int REPLICA_BATCH = 5_000;
    private static final int UPDATES_UNTIL_A_SNAPSHOT = 110;
    private static final Map<String, String> SETTINGS =
            Map.of("ADMIN_EMAILS", ADMIN, "LOGGING_LEVEL_COM_EMLYON", "debug");

    private final Diary diary = new Diary();
    private final Diary ofTheLiving = new Diary();

    /** Stays for whoever wants to know why. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path data;

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void whoeverGoesLeavesNothingBehind() throws Exception {
        Member zoe;
        try (TwoProcesses nodes = TwoProcesses.start(data, SETTINGS)) {
            ContractClient one = nodes.clients().getFirst();
            ContractClient two = nodes.clients().getLast();
            Member admin = one.register(ADMIN, "Chef");
            Member max = one.register(ofTheLiving.word("max") + "@emlyon.com", ofTheLiving.word("Max"));
            String gala = one.newEvent(max, ofTheLiving.word("Gala"), "2031-05-01");

            // given
            zoe = registered(one);
            String position = positionOf(one, max);
            String event = tellsEverythingToListeners(one, two, zoe, max, gala);
            String avatar = two.newAvatar(zoe);
            fumbles(one, two, zoe);
            String names = two.get("/api/users").as(max).send().text();
            assertThat(names).contains(zoe.id());

            // when
            assertThat(two.deletionOf(zoe).send()).hasStatus(200);

            // then
            await().atMost(A_WHILE).untilAsserted(() -> {
                assertThat(one.get(avatar).send()).hasStatus(404);
                assertThat(attendees(two, gala, max)).isEqualTo(1);
                assertThat(two.get("/api/events/" + event).as(max).send()).hasStatus(404);
            });
            for (ContractClient node : List.of(one, two)) {
                assertNobodyIsToldOfHer(node, max, position);
                assertThat(pastOf(node, zoe, admin)).contains("Compte supprimé");
            }

            // then
            replay(one, admin);
            assertThatViewsAreWhatHistorySays(nodes);
            assertThat(one.get("/api/events").as(max).send().text())
                    .contains(ofTheLiving.told().get(2));
            Map<String, byte[]> zoesId = Map.of("her id", zoe.id().getBytes(StandardCharsets.UTF_8));
            assertThat(Search.inDatabase(nodes.databaseUrl(), zoesId)).isNotEmpty();
            assertThat(Search.inDatabase(nodes.databaseUrl(), diary.traces())).isEmpty();
            assertThat(Search.inDatabase(nodes.databaseUrl(), ofTheLiving.traces()))
                    .isEmpty();
        }
        // PostgreSQL has written all that it had in memory.
        assertThat(Search.inFolder(data, Map.of("her id", zoe.id().getBytes(StandardCharsets.UTF_8))))
                .as("what can be found at all")
                .anyMatch(file -> file.contains("base"))
                .anyMatch(file -> file.contains("pg_wal"));
        assertThat(Search.inFolder(data, diary.traces())).isEmpty();
        assertThat(Search.inFolder(data, ofTheLiving.traces())).isEmpty();
    }

    private Member registered(ContractClient node) {
        Answer answer = node.post("/api/auth/register")
                .header("User-Agent", diary.word("phone"))
                .header("Idempotency-Key", diary.word("key"))
                .json("""
                        {"email":"%s@emlyon.com","password":"%s","name":"%s","promotion":"%s","avatarUrl":"https://pics.example/%s.png"}
                        """.formatted(
                                diary.word("zoe"),
                                ContractClient.PASSWORD,
                                diary.word("Zoe"),
                                diary.word("EMI"),
                                diary.word("portrait")))
                .send();
        assertThat(answer).hasStatus(201);
        return ContractClient.memberOf(answer);
    }

    /** Somebody hears it all on both nodes, which keep it for those who resume. */
    private String tellsEverythingToListeners(
            ContractClient one, ContractClient two, Member zoe, Member max, String gala) {
        try (Feed here = one.openChanges(max.token(), Optional.empty());
                Feed there = two.openChanges(max.token(), Optional.empty())) {
            String event = tellsEverything(one, two, zoe, gala);
            String last = diary.told().getLast();
            here.awaitFrame(frame -> frame.contains(last), "the last that she says");
            there.awaitFrame(frame -> frame.contains(last), "the last that she says");
            return event;
        }
    }

    /** Answers with the event that she has created. */
    private String tellsEverything(ContractClient one, ContractClient two, Member zoe, String gala) {
        for (ContractClient node : List.of(one, two)) {
            assertThat(node.put("/api/users/me")
                            .as(zoe)
                            .json("{\"name\":\"%s\"}".formatted(diary.word("Zoe")))
                            .send())
                    .hasStatus(200);
            assertThat(node.post("/api/checkins")
                            .as(zoe)
                            .header("Idempotency-Key", diary.word("key"))
                            .json("{\"locationName\":\"%s\",\"latitude\":%s,\"longitude\":%s,\"statusEmoji\":\"%s\"}"
                                    .formatted(diary.word("bar"), diary.degrees(), diary.degrees(), diary.word("mood")))
                            .send())
                    .hasStatus(201);
        }
        assertThat(two.post("/api/events/" + gala + "/attend").as(zoe).send()).hasStatus(200);
        String event = one.newEvent(zoe, diary.word("Fete"), "2031-06-01");
        for (int i = 0; i < UPDATES_UNTIL_A_SNAPSHOT; i++) {
            assertThat(one.put("/api/events/" + event)
                            .as(zoe)
                            .json("{\"title\":\"%s\",\"description\":\"%s\"}"
                                    .formatted(diary.word("Bal"), diary.word("chez-moi ".repeat(20))))
                            .send())
                    .hasStatus(200);
        }
        return event;
    }

    /** What goes wrong is told to logs. */
    private void fumbles(ContractClient one, ContractClient two, Member zoe) {
        assertThat(one.login(zoe.email(), diary.word("mot-de-passe"))).hasStatus(401);
        assertThat(two.post("/api/checkins")
                        .as(zoe)
                        .json("{\"locationName\":\"%s\",\"latitude\":".formatted(diary.word("bar")))
                        .send())
                .hasStatus(400);
        assertThat(two.post("/api/checkins")
                        .as(zoe)
                        .json("{\"locationName\":\"%s\",\"latitude\":1000}".formatted(diary.word("bar")))
                        .send())
                .hasStatus(400);
        assertThat(one.get("/api/users/" + diary.word("qui")).as(zoe).send()).hasStatus(404);
        assertThat(one.register(ofTheLiving.word("autre") + "@emlyon.com", ofTheLiving.word("Autre")))
                .isNotNull();
    }

    private static String positionOf(ContractClient node, Member member) {
        try (Feed feed = node.openChanges(member.token(), Optional.empty())) {
            return Json.parse(feed.nextFrame()).get("position").stringValue();
        }
    }

    /** Not even those who have missed it all, and want to be told from before: not once. */
    private void assertNobodyIsToldOfHer(ContractClient node, Member max, String position) {
        await().atMost(A_WHILE)
                .untilAsserted(() ->
                        assertThat(node.get("/api/users").as(max).send().text()).doesNotContain(diary.told()));
        assertThat(node.get("/api/checkins").as(max).send().text()).doesNotContain(diary.told());
        assertThat(node.get("/api/events").as(max).send().text()).doesNotContain(diary.told());
        try (Feed late = node.openChanges(max.token(), Optional.of(position));
                Feed lists = node.openFeed(max.token())) {
            assertThat(late.nextFrame()).doesNotContain(diary.told());
            assertThat(lists.nextFrame()).doesNotContain(diary.told());
            for (Optional<String> frame = late.frameAtHand(); frame.isPresent(); frame = late.frameAtHand()) {
                assertThat(frame.orElseThrow()).doesNotContain(diary.told());
            }
        }
    }

    private String pastOf(ContractClient node, Member zoe, Member admin) {
        String past =
                node.get("/api/admin/history/" + zoe.id()).as(admin).send().text()
                        + node.get("/api/admin/history/presence-" + zoe.id())
                                .as(admin)
                                .send()
                                .text();
        assertThat(past).doesNotContain(diary.told());
        return past;
    }

    private static void assertThatViewsAreWhatHistorySays(TwoProcesses nodes) throws IOException {
        long end = nodes.database()
                .sql("SELECT max(position) FROM store.fact")
                .query(Long.class)
                .single();
        try (Replica replica = new Replica(REPLICA_BATCH)) {
            replica.copy(nodes.databaseUrl(), 0, end);
            assertThat(Views.rows(nodes.database()).equals(replica.tables())).isTrue();
        }
    }

    private static long attendees(ContractClient node, String event, Member member) {
        return node.get("/api/events/" + event)
                .as(member)
                .send()
                .at("/data/attendees")
                .size();
    }

    private static void replay(ContractClient node, Member admin) {
        assertThat(node.post("/api/admin/projections/rebuild").as(admin).send().status())
                .isIn(200, 202);
        await().atMost(A_WHILE)
                .until(() -> node.get("/api/admin/projections")
                        .as(admin)
                        .send()
                        .items()
                        .allMatch(view -> view.get("rebuild").isNull()));
    }
}
