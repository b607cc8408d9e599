package com.emlyon.connect.app.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Where readers wait for a look that begins after they have come, and where the thread that looks waits for them. */
final class ReaderQueue {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition somethingToDo = lock.newCondition();
    private List<Reader<?>> waiting = new ArrayList<>();
    private boolean signalled;

    /** A reader has come. */
    void enter(Reader<?> reader) {
        lock.lock();
        try {
            waiting.add(reader);
            somethingToDo.signal();
        } finally {
            lock.unlock();
        }
    }

    /** There is a reason to look. */
    void signal() {
        lock.lock();
        try {
            signalled = true;
            somethingToDo.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a reader or another reason, at most so long. */
    void await(Duration longest) throws InterruptedException {
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

    /** Lets changes gather for as long, unless a reader waits. */
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

    /** Those who have come since the last call. */
    List<Reader<?>> takeAll() {
        lock.lock();
        try {
            List<Reader<?>> all = waiting;
            waiting = new ArrayList<>();
            return all;
        } finally {
            lock.unlock();
        }
    }
}
