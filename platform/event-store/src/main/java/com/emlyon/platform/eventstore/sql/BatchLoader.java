package com.emlyon.platform.eventstore.sql;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Looks up keys for many callers with one statement. When no statement is running, a caller runs one immediately.
 * Callers that arrive while a statement is running wait for its end, and one of them then runs the next statement for
 * all of them. So each statement begins after its callers have arrived, and no caller sees an older state than with a
 * statement of its own. A caller that has waited too long runs a statement alone.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values found
 */
public final class BatchLoader<K, V> {

    /** A statement that takes this long may be lost in the network; usually one takes milliseconds. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final Function<List<K>, List<V>> statement;
    private final Duration longestWait;
    private final ReentrantLock lock = new ReentrantLock();
    private List<Call<K, V>> waiting = new ArrayList<>();
    private boolean underWay;

    /** Creates a loader with a statement that returns one value for each key, in the order of the keys. */
    public BatchLoader(Function<List<K>, List<V>> statement) {
        this(statement, LONGEST_WAIT);
    }

    /** Creates a loader with another time after which a waiting caller runs a statement alone. */
    BatchLoader(Function<List<K>, List<V>> statement, Duration longestWait) {
        this.statement = statement;
        this.longestWait = longestWait;
    }

    /**
     * Returns the present value of a key.
     *
     * @throws RuntimeException the failure of the statement, thrown to all callers that it ran for
     */
    public V load(K key) {
        // A caller that holds a connection must not wait for another caller that may need one.
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return statement.apply(List.of(key)).getFirst();
        }
        Call<K, V> call = new Call<>(key);
        if (enter(call)) {
            ask(List.of(call));
            return call.answer();
        }
        Optional<List<Call<K, V>>> turn = await(call);
        if (turn.isEmpty()) {
            return statement.apply(List.of(key)).getFirst();
        }
        if (!turn.get().isEmpty()) {
            ask(turn.get());
        }
        return call.answer();
    }

    /**
     * Waits for an answer: the calls for which this caller has to run a statement, or no calls when its value is there;
     * empty when neither happens in time.
     */
    private Optional<List<Call<K, V>>> await(Call<K, V> call) {
        try {
            return Optional.of(call.turn.get(longestWait.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException late) {
            return giveUp(call) ? Optional.empty() : Optional.of(call.turn.join());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return giveUp(call) ? Optional.empty() : Optional.of(call.turn.join());
        } catch (ExecutionException neverCompletedSo) {
            throw new IllegalStateException(neverCompletedSo);
        }
    }

    /** Removes a call from the queue; false when it has been completed at this moment. */
    private boolean giveUp(Call<K, V> call) {
        lock.lock();
        try {
            waiting.remove(call);
            return !call.turn.isDone();
        } finally {
            lock.unlock();
        }
    }

    /** The number of calls that wait for the next statement. */
    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /** Whether a statement is running. */
    boolean isUnderWay() {
        lock.lock();
        try {
            return underWay;
        } finally {
            lock.unlock();
        }
    }

    /** Whether the caller may run a statement immediately; otherwise the call is queued. */
    private boolean enter(Call<K, V> call) {
        lock.lock();
        try {
            if (underWay) {
                waiting.add(call);
                return false;
            }
            underWay = true;
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void ask(List<Call<K, V>> batch) {
        try {
            List<V> values =
                    statement.apply(batch.stream().map(call -> call.key).toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).value = values.get(i);
            }
        } catch (RuntimeException | Error failure) {
            batch.forEach(call -> call.failure = failure);
        } finally {
            leave();
            batch.forEach(call -> call.turn.complete(List.of()));
        }
    }

    /** Lets the first of the waiting callers run the next statement for all of them. */
    private void leave() {
        lock.lock();
        try {
            List<Call<K, V>> next = waiting;
            waiting = new ArrayList<>();
            underWay = !next.isEmpty();
            if (underWay) {
                // Under the lock, so that a caller that gives up is not handed the calls of the others.
                next.getFirst().turn.complete(next);
            }
        } finally {
            lock.unlock();
        }
    }

    /** A queued call of one caller. */
    private static final class Call<K, V> {

        private final K key;

        /**
         * Completed with the calls for which the caller has to run a statement, or with none when the value is there.
         */
        private final CompletableFuture<List<Call<K, V>>> turn = new CompletableFuture<>();

        private @Nullable V value;
        private @Nullable Throwable failure;

        private Call(K key) {
            this.key = key;
        }

        @SuppressWarnings("NullAway") // a found value, which may be of a nullable type
        private V answer() {
            switch (failure) {
                case RuntimeException thrown -> throw thrown;
                case Error thrown -> throw thrown;
                case null, default -> {
                    return value;
                }
            }
        }
    }
}
