package com.emlyon.connect.app.connection;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Platform threads for requests that must be answered while others wait. Virtual threads take turns on few carriers, in the order in which
 * they came: behind a thousand requests that are refused, even a request that takes nothing waits until all of them are.
 */
final class PriorityThreads {

    /** More would be a way past the limits for a client that does not read its answers. */
    private static final int MOST = 8;

    private static final int SECONDS_IDLE = 60;

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0,
            MOST,
            SECONDS_IDLE,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().name("http-priority-", 1).daemon().factory());

    /** Whether a thread was free to do it. */
    boolean execute(Runnable work) {
        try {
            threads.execute(work);
            return true;
        } catch (RejectedExecutionException | OutOfMemoryError noThread) {
            // The system may give no more threads. The thread that calls is Tomcat's poller, without which nothing is
            // served.
            return false;
        }
    }
}
