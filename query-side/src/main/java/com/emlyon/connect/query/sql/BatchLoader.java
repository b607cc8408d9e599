package com.emlyon.connect.query.sql;

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
 * Looks keys up for many callers with one statement. A caller who comes alone asks at once. Those who come while a statement is under way
 * wait for its end, and one of them then asks for all; so a statement always begins after its callers have come, and nobody sees less than
 * with a statement of their own. A caller for whom that takes too long asks alone.
 *
 * @param <K> what is looked up
 * @param <V> what is found
 */
public final class BatchLoader<K, V> {

    /** A statement that takes so long may be lost in the network; one that is not takes milliseconds. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final Function<List<K>, List<V>> statement;
    private final Duration longestWait;
    private final ReentrantLock lock = new ReentrantLock();
    private List<Call<K, V>> waiting = new ArrayList<>();
    private boolean underWay;

    /** With a statement that finds one value for each key, in the order of the keys. */
    public BatchLoader(Function<List<K>, List<V>> statement) {
        this(statement, LONGEST_WAIT);
    }

    /** The same, with another time after which a caller who waits asks alone. */
    BatchLoader(Function<List<K>, List<V>> statement, Duration longestWait) {
        this.statement = statement;
        this.longestWait = longestWait;
    }

    /**
     * What there is of a key now.
     *
     * @throws RuntimeException what the statement has thrown, the same to all for whom it was
     */
    public V load(K key) {
        // Who holds a connection must not wait for somebody who needs one.
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

    /** The calls for which the caller has to ask, none when the answer is there; empty when neither comes in time. */
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

    /** Whether a call is left to the caller alone; it is not when its turn has come at this moment. */
    private boolean giveUp(Call<K, V> call) {
        lock.lock();
        try {
            waiting.remove(call);
            return !call.turn.isDone();
        } finally {
            lock.unlock();
        }
    }

    /** How many wait for the next statement. */
    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /** Whether a statement is asked for those who have come. */
    boolean isUnderWay() {
        lock.lock();
        try {
            return underWay;
        } finally {
            lock.unlock();
        }
    }

    /** Whether the caller may ask at once; otherwise the caller waits for a turn. */
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

    /** The first of those who wait asks for all of them. */
    private void leave() {
        lock.lock();
        try {
            List<Call<K, V>> next = waiting;
            waiting = new ArrayList<>();
            underWay = !next.isEmpty();
            if (underWay) {
                // Under the lock: a caller who gives up must not be handed the turn of the others.
                next.getFirst().turn.complete(next);
            }
        } finally {
            lock.unlock();
        }
    }

    /** A caller, until there is an answer. */
    private static final class Call<K, V> {

        private final K key;

        /** Ends the wait: with the calls for which the caller has to ask, or with none when the answer is there. */
        private final CompletableFuture<List<Call<K, V>>> turn = new CompletableFuture<>();

        private @Nullable V value;
        private @Nullable Throwable failure;

        private Call(K key) {
            this.key = key;
        }

        @SuppressWarnings("NullAway") // a value that was found, which may be of a nullable type
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
