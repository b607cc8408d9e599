package com.emlyon.connect.app.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.emlyon.connect.app.admission.RequestLimits.Limit;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RequestQueueTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void asManyAsMayAreServedAtOnceAndTheNextWhenOneHasLeft() throws Exception {
        RequestQueue queue = new RequestQueue(new Limit(2, 2, 1, 1), LONG);
        assertThat(queue.enter("ana", true)).isTrue();
        assertThat(queue.enter("ben", true)).isTrue();

        CompletableFuture<Boolean> third = enter(queue, "cleo", true);
        await().atMost(Duration.ofMinutes(1)).until(() -> queue.waiting() == 1);
        assertThat(queue.enter("dan", true)).as("there is room for one to wait").isFalse();
        assertThat(third).isNotDone();

        queue.leave("ana");
        assertThat(third.join()).isTrue();
        assertThat(queue.running()).isEqualTo(2);
    }

    @Test
    void anAccountLeavesPlacesToOthers() throws Exception {
        RequestQueue queue = new RequestQueue(new Limit(3, 1, 10, 1), LONG);
        assertThat(queue.enter("ana", true)).isTrue();

        CompletableFuture<Boolean> second = enter(queue, "ana", true);
        await().atMost(Duration.ofMinutes(1)).until(() -> queue.waiting() == 1);
        assertThat(queue.enter("ana", true)).isFalse();
        assertThat(queue.enter("ben", true)).isTrue();

        queue.leave("ben");
        assertThat(second)
                .as("a place of somebody else is none for an account that has its share")
                .isNotDone();
        queue.leave("ana");
        assertThat(second.join()).isTrue();
    }

    @Test
    void strangersOfOneAddressAreNotOneAccount() throws Exception {
        RequestQueue queue = new RequestQueue(new Limit(3, 1, 10, 1), LONG);

        for (int i = 0; i < 3; i++) {
            assertThat(queue.enter("address 192.0.2.1", false)).isTrue();
        }
    }

    @Test
    void thoseWhoWaitAreTakenOneOfEachAccountAfterTheOther() throws Exception {
        RequestQueue queue = new RequestQueue(new Limit(1, 1, 10, 10), LONG);
        Queue<String> served = new ConcurrentLinkedQueue<>();
        assertThat(queue.enter("first", true)).isTrue();
        for (String name : List.of("crowd", "crowd", "crowd", "ana", "ben")) {
            int before = queue.waiting();
            enter(queue, name, true).thenRun(() -> {
                served.add(name);
                queue.leave(name);
            });
            await().atMost(Duration.ofMinutes(1)).until(() -> queue.waiting() == before + 1);
        }

        queue.leave("first");

        await().atMost(Duration.ofMinutes(1)).until(() -> served.size() == 5);
        assertThat(served).containsExactly("crowd", "ana", "ben", "crowd", "crowd");
    }

    @Test
    void whoeverHasWaitedForLongGoesAndLeavesNothingBehind() throws Exception {
        RequestQueue queue = new RequestQueue(new Limit(1, 1, 10, 10), SHORT);
        assertThat(queue.enter("ana", true)).isTrue();

        assertThat(queue.enter("ben", true)).isFalse();

        assertThat(queue.waiting()).isZero();
        queue.leave("ana");
        assertThat(queue.running()).isZero();
        assertThat(queue.enter("ben", true)).isTrue();
    }

    @Test
    void noPlaceIsLostOrGivenTwiceWhateverTheOrder() {
        RequestQueue queue = new RequestQueue(new Limit(4, 2, 50, 20), Duration.ofMillis(5));
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<CompletableFuture<Void>> all = IntStream.range(0, 2_000)
                .mapToObj(i ->
                        CompletableFuture.runAsync(() -> visit(queue, "account " + i % 7, inside, most), threads))
                .toList();

        all.forEach(CompletableFuture::join);

        assertThat(most.get()).isBetween(1, 4);
        assertThat(queue.running()).isZero();
        assertThat(queue.waiting()).isZero();
    }

    @Test
    void aPlaceIsNotLostWhenItIsGivenToOneWhoIsInterruptedAtThatMoment() throws Exception {
        for (int i = 0; i < 3_000; i++) {
            RequestQueue queue = new RequestQueue(new Limit(1, 1, 1, 1), LONG);
            assertThat(queue.enter("ana", true)).isTrue();
            CompletableFuture<Boolean> second = new CompletableFuture<>();
            Thread waiting = Thread.ofPlatform().start(() -> second.complete(isIn(queue, "ben", true)));
            while (queue.waiting() == 0) {
                Thread.onSpinWait();
            }

            Thread leaving = Thread.ofPlatform().start(() -> queue.leave("ana"));
            waiting.interrupt();
            leaving.join();
            if (second.join()) {
                queue.leave("ben");
            }

            assertThat(queue.running()).isZero();
        }
    }

    private static boolean isIn(RequestQueue queue, String name, boolean bounded) {
        try {
            return queue.enter(name, bounded);
        } catch (InterruptedException ended) {
            return false;
        }
    }

    private static void visit(RequestQueue queue, String name, AtomicInteger inside, AtomicInteger most) {
        try {
            if (queue.enter(name, true)) {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                Thread.sleep(Duration.ofNanos(ThreadLocalRandom.current().nextInt(500_000)));
                inside.decrementAndGet();
                queue.leave(name);
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private CompletableFuture<Boolean> enter(RequestQueue queue, String name, boolean bounded) {
        return CompletableFuture.supplyAsync(() -> isIn(queue, name, bounded), threads);
    }
}
