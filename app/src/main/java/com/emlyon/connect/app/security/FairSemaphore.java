package com.emlyon.connect.app.security;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Limits how many requests work at the same time, and how many others wait. Permits go to parties in rotation, so that
 * a party with many requests does not delay the others. A party is a path of networks, the widest first, and the
 * networks within one are served in rotation, too: so many narrow networks within a wide one give no advantage. When
 * the queue is full, the last request of the largest party is removed from it.
 */
final class FairSemaphore {

    /** How often it is checked whether a waiting client has closed its connection. */
    private static final Duration BETWEEN_CHECKS = Duration.ofMillis(250);

    private final int mostWaiting;
    private final Duration longestWait;
    private final FairQueue<CompletableFuture<Boolean>> waiting = new FairQueue<>();

    private int free;

    FairSemaphore(int atOnce, int mostWaiting, Duration longestWait) {
        this.free = atOnce;
        this.mostWaiting = mostWaiting;
        this.longestWait = longestWait;
    }

    /**
     * Waits for a permit, which {@link #end} returns.
     *
     * @param party the path of networks that the request belongs to
     * @param gone whether the client has closed its connection; the request then stops waiting
     * @return false when the queue is full, the wait took too long, or the client has closed its connection
     */
    boolean await(List<String> party, BooleanSupplier gone) {
        CompletableFuture<Boolean> turn = enter(party);
        long deadline = System.nanoTime() + longestWait.toNanos();
        while (true) {
            long left = Math.min(BETWEEN_CHECKS.toNanos(), deadline - System.nanoTime());
            try {
                return turn.get(Math.max(left, 0), TimeUnit.NANOSECONDS);
            } catch (TimeoutException stillWaiting) {
                if ((System.nanoTime() - deadline >= 0 || gone.getAsBoolean()) && withdraw(party, turn)) {
                    return false;
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                if (withdraw(party, turn)) {
                    return false;
                }
                return turn.join();
            } catch (ExecutionException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private synchronized CompletableFuture<Boolean> enter(List<String> party) {
        if (free > 0) {
            free--;
            return CompletableFuture.completedFuture(true);
        }
        if (waiting.size() >= mostWaiting) {
            Optional<CompletableFuture<Boolean>> last = waiting.makeRoomFor(party);
            if (last.isEmpty()) {
                return CompletableFuture.completedFuture(false);
            }
            last.get().complete(false);
        }
        CompletableFuture<Boolean> turn = new CompletableFuture<>();
        waiting.add(party, turn);
        return turn;
    }

    /** False when the request is no longer in the queue, because it got a permit or was removed to make room. */
    private synchronized boolean withdraw(List<String> party, CompletableFuture<Boolean> turn) {
        return waiting.remove(party, turn);
    }

    /** Returns a permit, which goes to the next request in the queue. */
    synchronized void end() {
        if (waiting.size() == 0) {
            free++;
        } else {
            waiting.poll().complete(true);
        }
    }

    synchronized int waiting() {
        return waiting.size();
    }
}
