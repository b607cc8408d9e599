package com.emlyon.connect.promise.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.emlyon.connect.app.TestNode;
import com.emlyon.platform.postgres.TestPostgres;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Two nodes on one history, what they do noted down, and somebody who follows each; after every test, everybody must have
 * seen every fact.
 */
final class TwoFollowedNodes implements AfterEachCallback, AfterAllCallback {

    private static final Duration A_WHILE = Duration.ofMinutes(2);

    /** Hundreds of writes at once may wait long for their turn on a busy machine; that is not what is looked for. */
    private static final String PATIENT = "--event-store.longest-wait=60s";

    /** What each processor and each projection handles. */
    private static final Map<String, Set<String>> FACTS_OF = Map.of(
            "accounts",
                    Set.of("AccountRegistered", "AccountRenamed", "AvatarChanged", "PasswordChanged", "AccountDeleted"),
            "check-ins", Set.of("CheckedIn", "CheckedOut", "AccountDeleted"),
            "events",
                    Set.of(
                            "EventCreated",
                            "EventUpdated",
                            "EventCancelled",
                            "EventJoined",
                            "EventLeft",
                            "AccountDeleted"),
            "rules",
                    Set.of("EventCreated", "EventCancelled", "EventJoined", "EventLeft", "CheckedIn", "AccountDeleted"),
            "avatars", Set.of("AvatarChanged", "AccountDeleted"));

    private final String url = TestPostgres.freshDatabaseUrl();
    private final History history = new History(url);
    private final TestNode one = TestNode.start(url, AppliedFacts.ARGUMENT, PATIENT);
    private final TestNode two = TestNode.start(url, AppliedFacts.ARGUMENT, PATIENT);
    private final List<Follower> followers = List.of(Follower.of(one), Follower.of(two));

    History history() {
        return history;
    }

    TestNode one() {
        return one;
    }

    TestNode two() {
        return two;
    }

    /** The node of one of many workers, which are shared out evenly. */
    TestNode of(int worker) {
        return worker % 2 == 0 ? one : two;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        assertThatNoFactIsSkipped();
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        followers.forEach(Follower::close);
        two.close();
        one.close();
    }

    /** Everybody has seen every fact, once and in one order, and the views say what the facts say. */
    private void assertThatNoFactIsSkipped() {
        long end = history.end();
        assertThat(history.positions()).isEqualTo(History.allUpTo(end));

        List<String> inOrder = history.ids();
        for (Follower follower : followers) {
            List<String> followed = follower.idsUpTo(end);
            Set<String> seen = Set.copyOf(followed);
            assertThat(inOrder.stream().filter(id -> !seen.contains(id)))
                    .as("skipped")
                    .isEmpty();
            assertThat(followed.equals(inOrder)).as("once, in order").isTrue();
        }
        await().atMost(A_WHILE)
                .untilAsserted(() -> FACTS_OF.forEach((processor, types) -> {
                    assertThat(history.readPositions().getOrDefault(processor, 0L))
                            .as(processor)
                            .isBetween(lastOf(types), end);
                    List<Long> byOne = one.bean(AppliedFacts.class).by(processor);
                    List<Long> byTwo = two.bean(AppliedFacts.class).by(processor);
                    assertThat(byOne).as(processor).isSorted();
                    assertThat(byTwo).as(processor).isSorted();
                    assertThat(Stream.concat(byOne.stream(), byTwo.stream()).sorted())
                            .as(processor)
                            .isEqualTo(history.positionsOf(types));
                }));
        Views.agreeWithTheFactsOf(history);
    }

    private long lastOf(Set<String> types) {
        List<Long> positions = history.positionsOf(types);
        return positions.isEmpty() ? 0 : positions.getLast();
    }
}
