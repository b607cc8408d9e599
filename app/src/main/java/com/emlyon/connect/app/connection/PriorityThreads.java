package com.emlyon.connect.app.connection;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Platform threads for requests that must be answered while others wait. Virtual threads share few carriers in the
 * order of their arrival: behind a thousand requests that are refused, even a request that needs no work waits until
 * all of them are answered.
 */
final class PriorityThreads {

    /** With more threads, clients that do not read their responses could evade the limits. */
    private static final int MOST = 8;

    private static final int SECONDS_IDLE = 60;

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0,
            MOST,
            SECONDS_IDLE,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().name("http-priority-", 1).daemon().factory());

    /** Runs the work on a free thread; false when none is free. */
    boolean execute(Runnable work) {
        try {
            threads.execute(work);
            return true;
        } catch (RejectedExecutionException | OutOfMemoryError noThread) {
            // The system may refuse another thread. The caller is Tomcat's poller, without which no request is served.
            return false;
        }
    }
}
