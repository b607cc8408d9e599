package com.emlyon.connect.promise.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.promise.live.Spectator.Habits;
import com.emlyon.connect.promise.process.Death;
import com.emlyon.connect.promise.process.TwoProcesses;
import com.emlyon.connect.query.Projections;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * While students go on over HTTP, views are rebuilt and processes die, clients listen who stay, who come and go, and who read
 * slowly: each ends with exactly what the routes answer.
 */
class FeedNeverLiesIT {

    private static final int STUDENTS = 10;
    private static final int LISTENERS_OF_A_KIND = 3;
    private static final int ACTS_BEFORE_A_DEATH = 150;
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final String ADMIN = "chef@emlyon.com";

    /** Little is kept for those who are slow or away, so that some may have to be told how things are. */
    private static final Map<String, String> SETTINGS = Map.of(
            "ADMIN_EMAILS", ADMIN,
            "CONNECT_FEED_MOSTCHARACTERSKEPT", "300000",
            "SPRING_DATASOURCE_HIKARI_CONNECTIONTIMEOUT", "45000");

    /** The routes of one node read the tables: what clients were told is not compared with itself. */
    private static final Map<String, String> READING_TABLES = Map.of("CONNECT_LIVEREADMODEL_ENABLED", "false");

    private final long seed = Long.getLong("promise.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final List<Listener<?>> listeners = new ArrayList<>();
    private final List<Spectator> spectators = new ArrayList<>();

    /** Stays for whoever wants to know why, with the logs of the service. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path data;

    @Test
    @Timeout(value = 40, unit = TimeUnit.MINUTES)
    void whateverHappensEachClientEndsWithWhatTheRoutesAnswer() throws Exception {
        try (TwoProcesses nodes = TwoProcesses.start(data, SETTINGS, READING_TABLES)) {
            ContractClient calm = nodes.clients().getFirst();
            Member admin = calm.register(ADMIN, "Chef");
            List<Listener<ToldChanges>> restless = new ArrayList<>();
            watch(nodes, Listener::toChanges, Habits.OF_THE_FAITHFUL);
            restless.addAll(watch(nodes, Listener::toChanges, Habits.OF_THE_RESTLESS));
            List<Listener<ToldChanges>> slow = watch(nodes, Listener::slowToChanges, Habits.OF_THE_SLOW);
            watch(nodes, Listener::toLists, Habits.OF_THE_FAITHFUL);
            watch(nodes, Listener::slowToLists, Habits.OF_THE_SLOW);

            long done = 0;
            try (Crowd crowd = Crowd.gather(nodes.doors(), STUDENTS, seed)) {
                for (Death death : Death.values()) {
                    // when
                    long enough = done + ACTS_BEFORE_A_DEATH;
                    await().atMost(PATIENCE).until(() -> crowd.done() >= enough);
                    rebuildAll(calm, admin);
                    death.strike(nodes, Projections.CHECK_INS, random);
                    death.recover(nodes);
                    done = crowd.done();
                    System.out.printf("%s, %d acts, seed %d%n", death, done, seed);
                }
                assertThat(crowd.failures()).as("seed %d", seed).isEmpty();
            }
            for (Spectator spectator : spectators) {
                spectator.close();
            }

            // then
            listsAreToldOnceMore(calm, admin);
            everybodyKnowsWhatTheRoutesAnswer(nodes.clients(), admin);
            System.out.printf(
                    "%d connections; the restless resumed %d times, were told anew %d times, the slow %d times%n",
                    spectators.stream().mapToInt(Spectator::connections).sum(),
                    restless.stream()
                            .mapToInt(listener -> listener.told().resumed())
                            .sum(),
                    snapshots(restless),
                    snapshots(slow));
            assertThat(restless)
                    .as("resumed, seed %d", seed)
                    .anyMatch(listener -> listener.told().resumed() > 0);
        }
    }

    /** New names and avatars alone are no reason to tell lists, as the contract has it: they come with the next ones. */
    private static void listsAreToldOnceMore(ContractClient node, Member member) {
        node.newCheckIn(member, "La fin");
        node.newEvent(member, "La fin", "2031-06-01");
    }

    private static int snapshots(List<Listener<ToldChanges>> some) {
        return some.stream().mapToInt(listener -> listener.told().snapshots()).sum();
    }

    /** Some who listen in such a way, each with an account of their own. */
    private <T extends Told> List<Listener<T>> watch(
            TwoProcesses nodes, Function<String, Listener<T>> kind, Habits habits) {
        List<Listener<T>> some = new ArrayList<>();
        for (int i = 0; i < LISTENERS_OF_A_KIND; i++) {
            Listener<T> listener = kind.apply(
                    nodes.clients().getFirst().newMember("Rita Reader").token());
            some.add(listener);
            listeners.add(listener);
            spectators.add(Spectator.begin(listener, nodes.clients(), habits, seed + spectators.size()));
        }
        return some;
    }

    /** Those that are not being rebuilt already. */
    private static void rebuildAll(ContractClient node, Member admin) {
        assertThat(node.post("/api/admin/projections/rebuild").as(admin).send().status())
                .isIn(200, 202, 409);
    }

    private void everybodyKnowsWhatTheRoutesAnswer(List<ContractClient> nodes, Member reader) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            for (ContractClient node : nodes) {
                Map<String, Map<String, JsonNode>> answered = Map.of(
                        "checkIns", byId(node, "/api/checkins", reader), "events", byId(node, "/api/events", reader));
                for (Listener<?> listener : listeners) {
                    if (listener.isCut()) {
                        listener.connect(nodes.get(random.nextInt(nodes.size())));
                    }
                    listener.read();
                    assertThat(listener.shown()).as("seed %d", seed).isEqualTo(answered);
                }
            }
        });
        assertThat(listeners)
                .allSatisfy(listener -> assertThat(listener.surprises())
                        .as("what surprised, seed %d", seed)
                        .isEmpty());
    }

    private static Map<String, JsonNode> byId(ContractClient node, String path, Member reader) {
        Map<String, JsonNode> things = new TreeMap<>();
        node.get(path)
                .as(reader)
                .send()
                .at("/data")
                .forEach(thing -> things.put(thing.get("id").stringValue(), thing));
        return things;
    }
}
