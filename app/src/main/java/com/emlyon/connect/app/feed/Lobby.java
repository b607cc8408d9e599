package com.emlyon.connect.app.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Where the thread of a feed waits: for clients who want to be told how things are, and for signs that something has changed. */
final class Lobby {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition somethingToDo = lock.newCondition();
    private final List<Subscriber<?>> waiting = new ArrayList<>();
    private boolean signalled;

    /** Somebody wants to be told how things are. */
    void enter(Subscriber<?> subscriber) {
        lock.lock();
        try {
            waiting.add(subscriber);
            somethingToDo.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Forgets somebody who has gone. */
    void leave(Subscriber<?> subscriber) {
        lock.lock();
        try {
            waiting.remove(subscriber);
        } finally {
            lock.unlock();
        }
    }

    boolean isEmpty() {
        lock.lock();
        try {
            return waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Those who are waiting, who are not any more. */
    List<Subscriber<?>> takeAll() {
        lock.lock();
        try {
            List<Subscriber<?>> arrived = List.copyOf(waiting);
            waiting.clear();
            return arrived;
        } finally {
            lock.unlock();
        }
    }

    /** Something may have changed. */
    void signal() {
        lock.lock();
        try {
            signalled = true;
            somethingToDo.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Lets signs gather for as long, unless somebody is waiting. */
    void gather(Duration pause) throws InterruptedException {
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

    /** Waits for a sign, or somebody, at most so long; answers with those who are waiting, who are not any more. */
    List<Subscriber<?>> await(Duration longest) throws InterruptedException {
        lock.lock();
        try {
            long nanos = longest.toNanos();
            while (nanos > 0 && waiting.isEmpty() && !signalled) {
                nanos = somethingToDo.awaitNanos(nanos);
            }
            signalled = false;
            return takeAll();
        } finally {
            lock.unlock();
        }
    }
}
