package com.emlyon.connect.app.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.feed.ModelNode.ModelClock;
import com.emlyon.connect.contract.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Two nodes on one history and one database, and clients that go from one to the other, in many orders of events that chance
 * chooses: at no moment does a client get a frame that does not fit what it knows, and in the end it knows what the nodes show.
 */
class FeedModelTest {

    private static final int STEPS = Integer.getInteger("model.steps", 400);

    static LongStream seeds() {
        long first = Long.getLong("model.seed", 1);
        return LongStream.range(first, first + Integer.getInteger("model.runs", 8));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noClientGetsAFrameThatDoesNotFitWhatItKnows(long seed) throws Exception {
        try (Run run = new Run(seed)) {
            run.play();
        }
    }

    private static final class Run implements AutoCloseable {

        private final long seed;
        private final Random random;
        private final ModelTerm term;
        private final ModelViews views;
        private final List<ModelNode> nodes;
        private final List<ModelClient> clients =
                Stream.generate(ModelClient::new).limit(6).toList();
        private final List<String> steps = new ArrayList<>();
        private Instant now = Instant.parse("2026-11-23T08:00:00Z");
        private boolean troubled;
        private final String kinds = System.getProperty("model.kinds", "time,trouble,rebuild,restart,erase");

        Run(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            this.term = new ModelTerm(random);
            this.views = new ModelViews(term.history);
            this.nodes = Stream.of(0, 1)
                    .map(skew -> new ModelNode(term, views, new ModelClock(now.plusMillis(700L * skew))))
                    .toList();
            views.breaksWhen(() -> troubled && random.nextInt(12) == 0);
            term.history.beforeRead(() -> {
                if (troubled && random.nextInt(12) == 0) {
                    throw new DataAccessResourceFailureException("The database has gone");
                }
            });
            term.personalData.beforeOpening(() -> {
                if (troubled && random.nextInt(60) == 0) {
                    throw new IllegalStateException("The key service has gone");
                }
            });
        }

        void play() throws Exception {
            for (int step = 0; step < STEPS; step++) {
                act();
                for (ModelClient client : clients) {
                    assertThat(client.surprises())
                            .as("seed %d, step %d%n%s", seed, step, String.join("\n", steps))
                            .isEmpty();
                }
            }
            end();
        }

        private void act() throws Exception {
            int dice = random.nextInt(100);
            if (dice < 25) {
                note("act");
                term.act(now).ifPresent(gone -> nodes.forEach(node -> node.retell(gone)));
            } else if (dice < 45) {
                int projection = random.nextInt(20);
                note("follow " + projection);
                if (random.nextInt(3) == 0) {
                    views.follow();
                } else {
                    views.step(projection);
                }
            } else if (dice < 65) {
                look(random.nextInt(2));
            } else if (dice < 83) {
                int client = random.nextInt(clients.size());
                note("client " + client + " reads");
                clients.get(client).take(random.nextInt(6));
                if (random.nextInt(2) == 0) {
                    clients.get(client).take(1_000);
                }
            } else if (dice < 92) {
                int client = random.nextInt(clients.size());
                int node = random.nextInt(2);
                note("client " + client + " comes to " + node + " from "
                        + clients.get(client).position());
                clients.get(client).connect(nodes.get(node));
            } else if (dice < 98) {
                if (kinds.contains("time")) {
                    pass(Duration.ofMillis(
                            random.nextInt(4) == 0 ? random.nextLong(20_000_000) : random.nextLong(1_000)));
                }
            } else if (dice < 99) {
                if (kinds.contains("rebuild")) {
                    int projection = random.nextInt(20);
                    note("rebuild " + projection);
                    views.rebuild(projection);
                }
            } else if (kinds.contains("restart")) {
                int node = random.nextInt(2);
                note("restart " + node);
                clients.stream().filter(client -> client.isAt(nodes.get(node))).forEach(ModelClient::cut);
                nodes.get(node).restart();
            }
        }

        private void look(int node) {
            troubled = kinds.contains("trouble") && random.nextInt(8) == 0;
            try {
                nodes.get(node).look();
                note("look " + node + (troubled ? " with trouble" : ""));
            } catch (RuntimeException trouble) {
                if (!troubled) {
                    throw trouble;
                }
                note("look " + node + " failed: " + trouble);
            } finally {
                troubled = false;
            }
        }

        private void pass(Duration time) {
            note("pass " + time);
            now = now.plus(time);
            nodes.forEach(node -> node.clock().advance(time));
        }

        private void end() {
            note("end");
            views.follow();
            for (int node = 0; node < nodes.size(); node++) {
                nodes.get(node).look();
            }
            pass(Duration.ofSeconds(2));
            for (ModelNode node : nodes) {
                node.look();
            }
            for (int client = 0; client < clients.size(); client++) {
                ModelClient listener = clients.get(client);
                if (listener.isCut()) {
                    listener.connect(nodes.get(random.nextInt(2)));
                }
                listener.take(1_000);
                nodes.forEach(ModelNode::look);
                listener.take(1_000);
                assertThat(listener.surprises())
                        .as("seed %d%n%s", seed, String.join("\n", steps))
                        .isEmpty();
                for (ModelNode node : nodes) {
                    assertThat(listener.shown())
                            .as("client %d, seed %d%n%s", client, seed, String.join("\n", steps))
                            .isEqualTo(
                                    ModelClient.byId(Json.parse(node.snapshot().text())));
                }
            }
        }

        private void note(String step) {
            steps.add(step);
        }

        @Override
        public void close() {
            views.close();
        }
    }
}
