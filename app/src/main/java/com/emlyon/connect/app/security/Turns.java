package com.emlyon.connect.app.security;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;

/**
 * Lets few work at a time, and few others wait: of those who wait, one of each party after the other, so that nobody who comes in
 * crowds makes others wait for the whole crowd. When nobody may wait any more, the last of the largest party goes.
 */
final class Turns {

    private final int mostWaiting;

    /** Whoever was served comes last. */
    private final SequencedMap<String, Deque<CompletableFuture<Boolean>>> parties = new LinkedHashMap<>();

    private int free;
    private int waiting;

    Turns(int atOnce, int mostWaiting) {
        this.free = atOnce;
        this.mostWaiting = mostWaiting;
    }

    /** Waits for a turn, which {@link #end} ends; false when there is no room to wait. */
    boolean await(String party) {
        return enter(party).join();
    }

    private synchronized CompletableFuture<Boolean> enter(String party) {
        if (free > 0) {
            free--;
            return CompletableFuture.completedFuture(true);
        }
        if (waiting == mostWaiting && !makeRoomFor(party)) {
            return CompletableFuture.completedFuture(false);
        }
        CompletableFuture<Boolean> turn = new CompletableFuture<>();
        parties.computeIfAbsent(party, key -> new ArrayDeque<>()).addLast(turn);
        waiting++;
        return turn;
    }

    private boolean makeRoomFor(String party) {
        Map.Entry<String, Deque<CompletableFuture<Boolean>>> largest = parties.entrySet().stream()
                .max(Comparator.comparingInt(entry -> entry.getValue().size()))
                .orElse(null);
        int own = parties.getOrDefault(party, new ArrayDeque<>()).size();
        if (largest == null || largest.getValue().size() <= own + 1) {
            return false;
        }
        waiting--;
        largest.getValue().removeLast().complete(false);
        return true;
    }

    /** Ends a turn; the next one's begins. */
    synchronized void end() {
        if (waiting == 0) {
            free++;
            return;
        }
        waiting--;
        Map.Entry<String, Deque<CompletableFuture<Boolean>>> first = Objects.requireNonNull(parties.pollFirstEntry());
        CompletableFuture<Boolean> next = first.getValue().removeFirst();
        if (!first.getValue().isEmpty()) {
            parties.put(first.getKey(), first.getValue());
        }
        next.complete(true);
    }

    synchronized int waiting() {
        return waiting;
    }
}
