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
 * Serves a bounded number of requests at once, and lets a bounded number of others wait for a bounded time. Waiting
 * requests are admitted round robin by account, so that an account that sends many does not delay the others.
 */
final class RequestQueue {

    private final Limit limit;
    private final Duration longestWait;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Account> accounts = new HashMap<>();

    /** The accounts with waiting requests, in the order in which they are served. */
    private final SequencedSet<Account> withWaiting = new LinkedHashSet<>();

    /**
     * Changed only under the lock, but read without it: otherwise metrics would wait for the lock behind all requests.
     */
    private final AtomicInteger running = new AtomicInteger();

    private final AtomicInteger waiting = new AtomicInteger();

    RequestQueue(Limit limit, Duration longestWait) {
        this.limit = limit;
        this.longestWait = longestWait;
    }

    /**
     * Waits for a place, which the caller must give back with {@link #leave}. Returns false when no place became free
     * in time, or when too many requests wait already.
     *
     * @param name the account, or the address of a client without one
     * @param bounded false for a name that many clients share, such as callers without an account at one address; the
     *     limits of an account do not apply to it
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
            // The place was assigned at the same moment; the caller serves the request, and gives the place back as
            // usual.
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

    /** Gives a place back, and admits the next waiting request. */
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
