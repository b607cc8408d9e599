package com.emlyon.connect.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final int MOST_WAITING = 4;

    private final Turns turns = new Turns(1, MOST_WAITING);
    private final ExecutorService those = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<String> served = new ConcurrentLinkedQueue<>();

    @AfterEach
    void close() {
        those.shutdownNow();
    }

    @Test
    void oneOfEachPartyComesAfterTheOther() {
        // given
        assertThat(turns.await("somebody")).isTrue();
        waits("crowd", 3);
        waits("student", 1);

        // when
        turns.end();

        // then
        await().until(() -> served.size() == 4);
        assertThat(served).containsExactly("crowd", "student", "crowd", "crowd");
    }

    @Test
    void whenNobodyMayWaitAnyMoreTheLastOfTheLargestPartyGoes() {
        // given
        assertThat(turns.await("somebody")).isTrue();
        List<CompletableFuture<Boolean>> crowd = waits("crowd", MOST_WAITING);

        // when
        CompletableFuture<Boolean> student = waits("student", 1).getFirst();

        // then
        assertThat(crowd.getLast().join()).isFalse();
        assertThat(turns.await("crowd")).isFalse();
        turns.end();
        assertThat(student.join()).isTrue();
        assertThat(crowd.subList(0, MOST_WAITING - 1)).allMatch(CompletableFuture::join);
        assertThat(turns.waiting()).isZero();
    }

    @Test
    void whoeverIsAloneIsServedAtOnce() {
        assertThat(turns.await("student")).isTrue();
        turns.end();
        assertThat(turns.await("student")).isTrue();
    }

    private List<CompletableFuture<Boolean>> waits(String party, int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> {
                    int before = turns.waiting();
                    CompletableFuture<Boolean> turn = CompletableFuture.supplyAsync(() -> takeTurn(party), those);
                    await().until(() -> turns.waiting() > before || before == MOST_WAITING && served.isEmpty());
                    return turn;
                })
                .toList();
    }

    private boolean takeTurn(String party) {
        boolean came = turns.await(party);
        if (came) {
            served.add(party);
            turns.end();
        }
        return came;
    }
}
