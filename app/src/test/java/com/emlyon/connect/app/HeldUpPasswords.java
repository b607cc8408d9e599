package com.emlyon.connect.app;

import com.emlyon.connect.app.security.Passwords;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** Holds all permits for hashing passwords, so that every request that hashes one waits until this is closed. */
public final class HeldUpPasswords implements AutoCloseable {

    private static final List<String> PARTY = List.of("somebody who holds others up");

    private final TestNode node;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<CompletableFuture<Void>> turns;

    private HeldUpPasswords(TestNode node, int turns) {
        this.node = node;
        CountDownLatch taken = new CountDownLatch(turns);
        this.turns = Stream.generate(() -> turn(taken)).limit(turns).toList();
        awaitUninterrupted(taken);
    }

    /** Takes all turns of a node. */
    public static HeldUpPasswords on(TestNode node) {
        return new HeldUpPasswords(node, Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    }

    private CompletableFuture<Void> turn(CountDownLatch taken) {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                node.bean(Passwords.class).hash("a password", PARTY, () -> {
                    taken.countDown();
                    awaitUninterrupted(closed);
                });
            } finally {
                ended.complete(null);
            }
        });
        return ended;
    }

    /** How many wait. */
    public int waiting() {
        return (int) node.bean(MeterRegistry.class)
                .get("connect.passwords.waiting")
                .gauge()
                .value();
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    /** Lets the others go on. */
    @Override
    public void close() {
        closed.countDown();
        turns.forEach(CompletableFuture::join);
    }
}
