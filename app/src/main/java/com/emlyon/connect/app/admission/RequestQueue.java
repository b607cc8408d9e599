package com.emlyon.connect.app.admission;

import com.emlyon.connect.app.admission.RequestLimits.Limit;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Serves a bounded number of requests at once, and lets a bounded number of others wait for a bounded time. Those who wait are
 * taken one of each account after the other, so that an account that sends many makes no other wait for all of them.
 */
final class RequestQueue {

    private final Limit limit;
    private final Duration longestWait;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Account> accounts = new HashMap<>();

    /** Those with requests that wait, in the order of their turns. */
    private final SequencedSet<Account> withWaiting = new LinkedHashSet<>();

    /** Changed by who holds the lock, and read without it: metrics would wait behind all who want to enter. */
    private final AtomicInteger running = new AtomicInteger();

    private final AtomicInteger waiting = new AtomicInteger();

    RequestQueue(Limit limit, Duration longestWait) {
        this.limit = limit;
        this.longestWait = longestWait;
    }

    /**
     * Waits for a place among those that are served, to be given back by {@link #leave}; false when there is none in time.
     *
     * @param name the account
     * @param bounded false for many who share a name, such as strangers from one address
     */
    boolean enter(String name, boolean bounded) throws InterruptedException {
        lock.lock();
        try {
            Account account = accounts.computeIfAbsent(
                    name,
                    key -> bounded
                            ? new Account(limit.mostOfAnAccount(), limit.mostWaitingOfAnAccount())
                            : new Account(limit.most(), limit.mostWaiting()));
            if (account.queue.isEmpty() && hasPlaceFor(account)) {
                serve(account);
                return true;
            }
            try {
                return hasRoomToWait(account) && await(account);
            } finally {
                forgetIfIdle(name, account);
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean hasPlaceFor(Account account) {
        return running.get() < limit.most() && account.running < account.most;
    }

    private boolean hasRoomToWait(Account account) {
        return waiting.get() < limit.mostWaiting() && account.queue.size() < account.mostWaiting;
    }

    private void serve(Account account) {
        running.incrementAndGet();
        account.running++;
    }

    private boolean await(Account account) throws InterruptedException {
        Waiter waiter = new Waiter(lock.newCondition());
        account.queue.addLast(waiter);
        withWaiting.add(account);
        waiting.incrementAndGet();
        long nanos = longestWait.toNanos();
        try {
            while (!waiter.admitted && nanos > 0) {
                nanos = waiter.turn.awaitNanos(nanos);
            }
        } catch (InterruptedException interrupted) {
            if (!waiter.admitted) {
                throw interrupted;
            }
            // The place was given to it in the same moment, and is given back like any other.
            Thread.currentThread().interrupt();
        } finally {
            if (!waiter.admitted) {
                account.queue.remove(waiter);
                waiting.decrementAndGet();
                if (account.queue.isEmpty()) {
                    withWaiting.remove(account);
                }
            }
        }
        return waiter.admitted;
    }

    /** Gives a place back; the next one's turn comes. */
    void leave(String name) {
        lock.lock();
        try {
            Account account = Objects.requireNonNull(accounts.get(name));
            running.decrementAndGet();
            account.running--;
            admitNext();
            forgetIfIdle(name, account);
        } finally {
            lock.unlock();
        }
    }

    private void admitNext() {
        Account next = next();
        if (next != null) {
            Waiter waiter = next.queue.removeFirst();
            withWaiting.remove(next);
            if (!next.queue.isEmpty()) {
                withWaiting.addLast(next);
            }
            waiting.decrementAndGet();
            serve(next);
            waiter.admitted = true;
            waiter.turn.signal();
        }
    }

    private @Nullable Account next() {
        return withWaiting.stream().filter(this::hasPlaceFor).findFirst().orElse(null);
    }

    private void forgetIfIdle(String name, Account account) {
        if (account.running == 0 && account.queue.isEmpty()) {
            accounts.remove(name);
        }
    }

    int running() {
        return running.get();
    }

    int waiting() {
        return waiting.get();
    }

    private static final class Account {

        private final int most;
        private final int mostWaiting;
        private final Deque<Waiter> queue = new ArrayDeque<>();
        private int running;

        Account(int most, int mostWaiting) {
            this.most = most;
            this.mostWaiting = mostWaiting;
        }
    }

    private static final class Waiter {

        private final Condition turn;
        private boolean admitted;

        Waiter(Condition turn) {
            this.turn = turn;
        }
    }
}
