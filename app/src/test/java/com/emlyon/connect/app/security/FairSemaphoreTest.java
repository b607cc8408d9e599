package com.emlyon.connect.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class FairSemaphoreTest {

    private static final int MOST_WAITING = 4;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final BooleanSupplier STAYS = () -> false;

    private final FairSemaphore turns = new FairSemaphore(1, MOST_WAITING, LONGEST_WAIT);
    private final ExecutorService those = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<String> served = new ConcurrentLinkedQueue<>();

    @AfterEach
    void close() {
        those.shutdownNow();
    }

    @Test
    void oneOfEachPartyComesAfterTheOther() {
        // given
        assertThat(turns.await(List.of("somebody"), STAYS)).isTrue();
        waits("crowd", 3);
        waits("student", 1);

        // when
        turns.end();

        // then
        await().atMost(Duration.ofMinutes(1)).until(() -> served.size() == 4);
        assertThat(served).containsExactly("crowd", "student", "crowd", "crowd");
    }

    @Test
    void whenNobodyMayWaitAnyMoreTheLastOfTheLargestPartyGoes() {
        // given
        assertThat(turns.await(List.of("somebody"), STAYS)).isTrue();
        List<CompletableFuture<Boolean>> crowd = waits("crowd", MOST_WAITING);

        // when
        CompletableFuture<Boolean> student = waits("student", 1).getFirst();

        // then
        assertThat(crowd.getLast().join()).isFalse();
        assertThat(turns.await(List.of("crowd"), STAYS)).isFalse();
        turns.end();
        assertThat(student.join()).isTrue();
        assertThat(crowd.subList(0, MOST_WAITING - 1)).allMatch(CompletableFuture::join);
        assertThat(turns.waiting()).isZero();
    }

    @Test
    void whoeverIsAloneIsServedAtOnce() {
        assertThat(turns.await(List.of("student"), STAYS)).isTrue();
        turns.end();
        assertThat(turns.await(List.of("student"), STAYS)).isTrue();
    }

    @Test
    void aWaitEndsWhenItHasTakenTooLong() {
        // given
        FairSemaphore impatient = new FairSemaphore(1, MOST_WAITING, Duration.ofMillis(50));
        assertThat(impatient.await(List.of("somebody"), STAYS)).isTrue();

        // then
        assertThat(impatient.await(List.of("student"), STAYS)).isFalse();
        assertThat(impatient.waiting()).isZero();

        // when
        impatient.end();

        // then
        assertThat(impatient.await(List.of("student"), STAYS)).isTrue();
    }

    @Test
    void aWaitEndsWhenTheClientHasGoneAndTheNextOneIsServed() {
        // given
        assertThat(turns.await(List.of("somebody"), STAYS)).isTrue();
        AtomicBoolean gone = new AtomicBoolean();
        CompletableFuture<Boolean> client =
                CompletableFuture.supplyAsync(() -> turns.await(List.of("crowd"), gone::get), those);
        await().atMost(Duration.ofMinutes(1)).until(() -> turns.waiting() == 1);
        CompletableFuture<Boolean> student = waits("student", 1).getFirst();

        // when
        gone.set(true);

        // then
        assertThat(client.join()).isFalse();
        assertThat(turns.waiting()).isEqualTo(1);
        turns.end();
        assertThat(student.join()).isTrue();
    }

    private List<CompletableFuture<Boolean>> waits(String party, int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> {
                    int before = turns.waiting();
                    CompletableFuture<Boolean> turn = CompletableFuture.supplyAsync(() -> takeTurn(party), those);
                    await().atMost(Duration.ofMinutes(1))
                            .until(() -> turns.waiting() > before || before == MOST_WAITING && served.isEmpty());
                    return turn;
                })
                .toList();
    }

    private boolean takeTurn(String party) {
        boolean came = turns.await(List.of(party), STAYS);
        if (came) {
            served.add(party);
            turns.end();
        }
        return came;
    }
}
