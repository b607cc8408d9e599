package com.emlyon.connect.app.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where clients wait for the thread that serves them, and where that thread waits for clients, and for signals that something has
 * changed.
 *
 * @param <T> a client
 */
public final class Arrivals<T> {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition somethingToDo = lock.newCondition();
    private List<T> waiting = new ArrayList<>();
    private boolean signalled;

    /** A client waits from now on. */
    public void enter(T client) {
        lock.lock();
        try {
            waiting.add(client);
            somethingToDo.signal();
        } finally {
            lock.unlock();
        }
    }

    /** A client waits no longer. */
    public void leave(T client) {
        lock.lock();
        try {
            waiting.remove(client);
        } finally {
            lock.unlock();
        }
    }

    /** Something may have changed. */
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

    /** Waits for a client or a signal, at most so long. */
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

    /** Lets signals gather for as long, unless a client waits. */
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

    /** The clients that wait, in the order in which they have come; they do not wait any longer. */
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
