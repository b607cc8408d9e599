package com.emlyon.connect.app.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where clients wait for the thread that serves them, and where that thread waits for clients and for signals that
 * something has changed. Thread-safe.
 *
 * @param <T> a client
 */
public final class Arrivals<T> {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition somethingToDo = lock.newCondition();
    private List<T> waiting = new ArrayList<>();
    private boolean signalled;

    /** Adds a client that waits to be served. */
    public void enter(T client) {
        lock.lock();
        try {
            waiting.add(client);
            somethingToDo.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Removes a client that does not wait any longer. */
    public void leave(T client) {
        lock.lock();
        try {
            waiting.remove(client);
        } finally {
            lock.unlock();
        }
    }

    /** Wakes the thread, as something may have changed. */
    public void signal() {
        lock.lock();
        try {
            signalled = true;
            somethingToDo.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Whether no client waits. */
    public boolean isEmpty() {
        lock.lock();
        try {
            return waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a client or a signal, no longer than this. */
    public void await(Duration longest) throws InterruptedException {
        lock.lock();
        try {
            long nanos = longest.toNanos();
            while (nanos > 0 && waiting.isEmpty() && !signalled) {
                nanos = somethingToDo.awaitNanos(nanos);
            }
            signalled = false;
        } finally {
            lock.unlock();
        }
    }

    /** Waits this long so that signals gather; returns earlier when a client waits. */
    public void gather(Duration pause) throws InterruptedException {
        lock.lock();
        try {
            long nanos = pause.toNanos();
            while (nanos > 0 && waiting.isEmpty()) {
                nanos = somethingToDo.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Removes and returns the waiting clients, in the order in which they came. */
    public List<T> takeAll() {
        lock.lock();
        try {
            List<T> all = waiting;
            waiting = new ArrayList<>();
            return all;
        } finally {
            lock.unlock();
        }
    }
}
