package com.emlyon.connect.app.connection;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Stops waiting for a body that arrives too slowly. Tomcat's own timeout begins anew with every byte, so a client that
 * sends one now and then would hold its connection, and what was kept of its request, for days. Not thread-safe: only
 * one thread at a time reads a connection.
 */
final class SlowBodies {

    /** A body may take a second longer for each so many bytes of it that have arrived. */
    private static final long BYTES_WORTH_A_SECOND = 1_024;

    private static final long NANOS_OF_A_SECOND = 1_000_000_000;

    private final long longestNanos;
    private final LongSupplier nanoTime;
    private long bytes;
    private long waitedNanos;
    private long waitingSince;
    private boolean waiting;

    /** Measures time with the given clock, in nanoseconds. */
    SlowBodies(Duration longest, LongSupplier nanoTime) {
        this.longestNanos = longest.toNanos();
        this.nanoTime = nanoTime;
    }

    /** Begins to count for another request. */
    void beginRequest() {
        bytes = 0;
        waitedNanos = 0;
        waiting = false;
    }

    /** Whether a byte of the request has arrived. */
    boolean hasBegun() {
        return bytes > 0;
    }

    /**
     * Counts the bytes of a read; when there are none, the service waits for more. Throws when it has waited for too
     * long.
     */
    void count(int read) throws SocketTimeoutException {
        long now = nanoTime.getAsLong();
        waitedNanos += waiting ? now - waitingSince : 0;
        waiting = read == 0;
        waitingSince = now;
        bytes += Math.max(0, read);
        if (waitedNanos > longestNanos + bytes / BYTES_WORTH_A_SECOND * NANOS_OF_A_SECOND) {
            throw new SocketTimeoutException("The body of a request comes too slowly");
        }
    }
}
