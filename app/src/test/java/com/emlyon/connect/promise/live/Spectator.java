package com.emlyon.connect.promise.live;

import com.emlyon.connect.contract.ContractClient;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** Lets a listener read now and then, connect again when it is cut off, and sometimes go away by itself. */
final class Spectator implements AutoCloseable {

    private final Listener<?> listener;
    private final List<ContractClient> nodes;
    private final Habits habits;
    private final Random random;
    private final AtomicBoolean leaving = new AtomicBoolean();
    private final Thread thread = Thread.ofVirtual().unstarted(this::watch);
    private int connections;

    private Spectator(Listener<?> listener, List<ContractClient> nodes, Habits habits, Random random) {
        this.listener = listener;
        this.nodes = nodes;
        this.habits = habits;
        this.random = random;
    }

    /** Begins to watch at any of the nodes. */
    static Spectator begin(Listener<?> listener, List<ContractClient> nodes, Habits habits, long seed) {
        Spectator spectator = new Spectator(listener, nodes, habits, new Random(seed));
        spectator.thread.start();
        return spectator;
    }

    private void watch() {
        while (!leaving.get()) {
            if (listener.isCut() || random.nextDouble() < habits.restlessness()) {
                connect();
            }
            listener.read();
            // A matter of chance: this is no waiting for something.
            LockSupport.parkNanos(random.nextLong(habits.longestPause().toNanos()));
        }
    }

    private void connect() {
        try {
            listener.connect(nodes.get(random.nextInt(nodes.size())));
            connections++;
        } catch (IllegalStateException | UncheckedIOException dead) {
            listener.close();
        }
    }

    /** How often it has connected; to be asked when it watches no more. */
    int connections() {
        return connections;
    }

    /** Lets it watch no more; the listener stays as it is. */
    @Override
    public void close() throws InterruptedException {
        leaving.set(true);
        listener.hurry();
        LockSupport.unpark(thread);
        thread.join();
    }

    /**
     * How somebody watches.
     *
     * @param restlessness how likely they go away and come back instead of reading, from 0 to 1
     * @param longestPause between two looks
     */
    record Habits(double restlessness, Duration longestPause) {

        static final Habits OF_THE_FAITHFUL = new Habits(0, Duration.ofMillis(100));
        static final Habits OF_THE_RESTLESS = new Habits(0.1, Duration.ofMillis(400));
        static final Habits OF_THE_SLOW = new Habits(0, Duration.ofSeconds(8));
    }
}
