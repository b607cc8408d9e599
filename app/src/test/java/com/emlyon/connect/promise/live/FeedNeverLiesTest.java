package com.emlyon.connect.promise.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.promise.Campus;
import com.emlyon.connect.promise.RandomHistory;
import com.emlyon.platform.postgres.TestPostgres;
import com.emlyon.platform.projections.generation.ProjectionLifecycle;
import com.emlyon.platform.projections.projection.Projection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * A client that stays connected, reconnects or resumes ends with what the routes answer: nothing missed, nothing doubled,
 * whichever node it listens to.
 */
class FeedNeverLiesTest {

    private static final int ROUNDS = 12;
    private static final int COMMANDS_A_ROUND = 40;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** When a view is behind another one for more than a second, clients get a new snapshot; this test must not reach that. */
    private static final String PATIENT = "--connect.live-read-model.longest-lag=60s";

    private final long seed = Long.getLong("promise.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final String url = TestPostgres.freshDatabaseUrl();

    /** The routes of the first node read the tables: what clients were told is not compared with itself. */
    private final List<TestNode> nodes = new ArrayList<>(List.of(
            TestNode.start(url, PATIENT, "--connect.live-read-model.enabled=false"), TestNode.start(url, PATIENT)));

    private final Member reader = new Campus(nodes.getFirst()).newStudent("Rita Reader");
    private final List<Listener<?>> listeners = new ArrayList<>();

    @AfterEach
    void stop() {
        listeners.forEach(Listener::close);
        nodes.forEach(TestNode::close);
    }

    @Test
    void whoeverListensEndsWithWhatTheRoutesAnswer() {
        List<Listener<ToldChanges>> faithful = List.of(listener(0), listener(1));
        List<Listener<?>> slow = List.of(
                connected(Listener.slowToChanges(reader.token()), 0),
                connected(Listener.slowToLists(reader.token()), 1));
        connected(Listener.toLists(reader.token()), 0);
        List<Listener<ToldChanges>> restless =
                Stream.generate(() -> listener(random.nextInt(2))).limit(4).toList();
        RandomHistory history = new RandomHistory(seed, new Campus(nodes.getFirst()));

        // when
        for (int round = 0; round < ROUNDS; round++) {
            history.goOn(COMMANDS_A_ROUND);
            Listener<ToldChanges> one = restless.get(random.nextInt(restless.size()));
            one.close();
            if (round % 4 == 1) {
                rebuildAll();
            }
            history.goOn(random.nextInt(COMMANDS_A_ROUND));
            one.connect(client(random.nextInt(2)));
            boolean slowOnesToo = round % 4 == 3;
            listeners.stream()
                    .filter(listener -> slowOnesToo || !slow.contains(listener))
                    .forEach(Listener::read);
        }

        // then
        listsAreToldOnceMore();
        everybodyKnowsWhatTheRoutesAnswer();
        assertThat(faithful)
                .allSatisfy(listener -> assertThat(listener.told().snapshots())
                        .as("snapshots of one who stayed, seed %d", seed)
                        .isEqualTo(1));
        System.out.printf(
                "resumed %d times, told anew %d times, seed %d%n",
                restless.stream()
                        .mapToInt(listener -> listener.told().resumed())
                        .sum(),
                restless.stream()
                                .mapToInt(listener -> listener.told().snapshots())
                                .sum()
                        - restless.size(),
                seed);
    }

    @Test
    void whoeverResumesIsToldJustWhatWasMissedByWhicheverNode() {
        RandomHistory history = new RandomHistory(seed, new Campus(nodes.getFirst()));
        Listener<ToldChanges> here = listener(0);
        Listener<ToldChanges> there = listener(1);
        everybodyKnowsWhatTheRoutesAnswer();

        for (int round = 0; round < ROUNDS; round++) {
            // when
            here.close();
            history.goOn(COMMANDS_A_ROUND);
            here.connect(client(round % 2));

            // then
            everybodyKnowsWhatTheRoutesAnswer();
        }
        assertThat(here.told().snapshots()).as("snapshots, seed %d", seed).isEqualTo(1);
        assertThat(there.told().snapshots()).isEqualTo(1);
    }

    @Test
    void whenANodeDiesItsClientsGoOnAtAnother() {
        RandomHistory history = new RandomHistory(seed, new Campus(nodes.getLast()));
        Listener<ToldChanges> listener = listener(0);
        listener(1);
        everybodyKnowsWhatTheRoutesAnswer();

        // when
        history.goOn(COMMANDS_A_ROUND);
        nodes.removeFirst().close();
        history.goOn(COMMANDS_A_ROUND);
        listener.connect(client(0));

        // then
        everybodyKnowsWhatTheRoutesAnswer();
        assertThat(listener.told().snapshots()).as("snapshots, seed %d", seed).isEqualTo(1);
    }

    private Listener<ToldChanges> listener(int node) {
        return connected(Listener.toChanges(reader.token()), node);
    }

    private <T extends Told> Listener<T> connected(Listener<T> listener, int node) {
        listeners.add(listener.connect(client(node)));
        return listener;
    }

    private ContractClient client(int node) {
        return new ContractClient(nodes.get(node));
    }

    /** New names and avatars alone are no reason to tell lists, as the contract has it: they come with the next ones. */
    private void listsAreToldOnceMore() {
        client(0).newCheckIn(reader, "La fin");
        client(0).newEvent(reader, "La fin", "2031-06-01");
    }

    private void rebuildAll() {
        TestNode node = nodes.getFirst();
        node.beans(Projection.class)
                .forEach(projection -> node.bean(ProjectionLifecycle.class).begin(projection));
    }

    private void everybodyKnowsWhatTheRoutesAnswer() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            Map<String, Map<String, JsonNode>> answered = answered();
            for (Listener<?> listener : listeners) {
                listener.read();
                assertThat(listener.shown()).as("seed %d", seed).isEqualTo(answered);
            }
        });
        assertThat(listeners)
                .allSatisfy(listener -> assertThat(listener.surprises())
                        .as("what surprised, seed %d", seed)
                        .isEmpty());
    }

    private Map<String, Map<String, JsonNode>> answered() {
        return Map.of("checkIns", list("/api/checkins"), "events", list("/api/events"));
    }

    private Map<String, JsonNode> list(String path) {
        Map<String, JsonNode> things = new TreeMap<>();
        client(0)
                .get(path)
                .as(reader)
                .send()
                .at("/data")
                .forEach(thing -> things.put(thing.get("id").stringValue(), thing));
        return things;
    }
}
