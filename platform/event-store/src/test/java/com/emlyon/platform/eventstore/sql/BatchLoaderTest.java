package com.emlyon.platform.eventstore.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Callers who come while a statement is under way share the next one, which begins after they have come. */
@Timeout(60)
class BatchLoaderTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<List<Integer>> begun = new LinkedBlockingQueue<>();
    private final Semaphore mayEnd = new Semaphore(0);
    private final AtomicInteger state = new AtomicInteger();

    /** Finds what the state was when it began, and ends when it may. */
    private final BatchLoader<Integer, String> loader = new BatchLoader<>(
            keys -> {
                int found = state.get();
                begun.add(keys);
                mayEnd.acquireUninterruptibly();
                if (keys.contains(-1)) {
                    throw new IllegalStateException("no");
                }
                return keys.stream().map(key -> key + " in " + found).toList();
            },
            PATIENCE);

    @AfterEach
    void stop() {
        mayEnd.release(1_000);
        callers.shutdownNow();
    }

    @Test
    void whoIsAloneAsksAtOnce() throws Exception {
        mayEnd.release();

        assertThat(loader.load(7)).isEqualTo("7 in 0");
        assertThat(begun.take()).containsExactly(7);
    }

    @Test
    void whoComesMeanwhileSharesTheNextStatement() throws Exception {
        // given
        Future<String> first = load(1);
        assertThat(nextStatement()).containsExactly(1);
        Future<String> second = load(2);
        Future<String> third = load(3);
        Future<String> same = load(2);
        awaitWaiting(3);

        // when
        state.set(5);
        mayEnd.release();

        // then
        assertThat(first.get()).isEqualTo("1 in 0");
        assertThat(nextStatement()).containsExactlyInAnyOrder(2, 2, 3);
        mayEnd.release();
        assertThat(second.get()).isEqualTo("2 in 5");
        assertThat(third.get()).isEqualTo("3 in 5");
        assertThat(same.get()).isEqualTo("2 in 5");
        mayEnd.release();
        assertThat(loader.load(4)).isEqualTo("4 in 5");
    }

    @Test
    void aFailureIsForThoseOfItsStatementAlone() throws Exception {
        Future<String> first = load(1);
        assertThat(nextStatement()).containsExactly(1);
        Future<String> bad = load(-1);
        Future<String> besideIt = load(2);
        awaitWaiting(2);

        mayEnd.release(2);

        assertThat(first.get()).isEqualTo("1 in 0");
        assertThatThrownBy(bad::get).hasRootCauseMessage("no");
        assertThatThrownBy(besideIt::get).hasRootCauseMessage("no");
        mayEnd.release();
        assertThat(loader.load(3)).isEqualTo("3 in 0");
    }

    @Test
    void whoHoldsAConnectionWaitsForNobody() throws Exception {
        load(1);
        assertThat(nextStatement()).containsExactly(1);

        Future<String> inTransaction = callers.submit(() -> {
            TransactionSynchronizationManager.setActualTransactionActive(true);
            try {
                return loader.load(2);
            } finally {
                TransactionSynchronizationManager.clear();
            }
        });

        assertThat(nextStatement()).containsExactly(2);
        mayEnd.release(2);
        assertThat(inTransaction.get()).isEqualTo("2 in 0");
    }

    @Test
    void whoWaitsTooLongAsksAlone() throws Exception {
        Semaphore lost = new Semaphore(0);
        BatchLoader<Integer, Integer> impatient = new BatchLoader<>(
                keys -> {
                    if (keys.contains(1)) {
                        lost.acquireUninterruptibly();
                    }
                    return keys;
                },
                Duration.ofMillis(20));
        Future<Integer> hung = callers.submit(() -> impatient.load(1));
        await(impatient::isUnderWay);

        assertThat(impatient.load(2)).isEqualTo(2);
        assertThat(impatient.load(3)).isEqualTo(3);
        assertThat(impatient.waiting()).isZero();

        lost.release();
        assertThat(hung.get()).isEqualTo(1);
        assertThat(impatient.load(4)).isEqualTo(4);
        assertThat(impatient.isUnderWay()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 30_000_000})
    void allOfManyGetWhatTheyAskedForAndNothingOlderThanThey(int longestWaitMicros) throws Exception {
        AtomicInteger now = new AtomicInteger();
        BatchLoader<Integer, int[]> counting = new BatchLoader<>(
                keys -> {
                    int found = now.incrementAndGet();
                    Thread.yield();
                    return keys.stream().map(key -> new int[] {key, found}).toList();
                },
                Duration.of(longestWaitMicros, ChronoUnit.MICROS));

        List<Future<Boolean>> right = IntStream.range(0, 20_000)
                .mapToObj(key -> callers.submit(() -> {
                    int before = now.get();
                    int[] answer = counting.load(key);
                    return answer[0] == key && answer[1] > before;
                }))
                .toList();

        for (Future<Boolean> each : right) {
            assertThat(each.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
        assertThat(counting.isUnderWay()).isFalse();
    }

    private Future<String> load(int key) {
        return callers.submit(() -> loader.load(key));
    }

    private List<Integer> nextStatement() throws InterruptedException {
        List<Integer> keys = begun.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        return keys == null ? List.of() : keys;
    }

    private void awaitWaiting(int count) {
        await(() -> loader.waiting() == count);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
