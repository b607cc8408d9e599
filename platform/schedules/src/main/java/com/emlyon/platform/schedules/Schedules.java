package com.emlyon.platform.schedules;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jetbrains.lincheck.Lincheck;
import org.jetbrains.lincheck.LincheckAssertionError;

/**
 * Runs a scene with several threads again and again, each time under another schedule: Lincheck lets one thread run at a
 * time, and decides at each access to shared memory, lock or wait which one goes on. The schedules are the same in every
 * run, so a failure comes again, and is printed with the steps of each thread that led to it.
 *
 * <p>The clock stands still: a wait with a limit of zero ends at once, every other one only when it is woken. So a
 * wake-up that is lost is found as threads that hang.
 */
public final class Schedules {

    private static final String LOST = "An update was lost";

    private static boolean proven;

    /** What a static field refers to is shared between threads. Lincheck does not see it of what a thread runs. */
    @SuppressWarnings("unused")
    private static volatile Scene[] shared = {};

    private Schedules() {}

    /** Where Lincheck cannot rewrite our classes it only logs so, and every test would pass. */
    private static void proveThatFaultsAreFound() {
        try {
            run(1_000, Schedules::loseAnUpdate);
        } catch (LincheckAssertionError found) {
            if (String.valueOf(found.getMessage()).contains(LOST)) {
                return;
            }
            throw found;
        }
        throw new IllegalStateException("Schedules are not controlled here: a lost update was not found");
    }

    private static void loseAnUpdate() throws Exception {
        int[] count = new int[1];
        together(() -> count[0]++, () -> count[0]++);
        if (count[0] != 2) {
            throw new AssertionError(LOST);
        }
    }

    /** Runs a scene under as many schedules as given, or all that there are. It fails with the first that fails. */
    public static void explore(int most, Scene scene) {
        if (!proven) {
            proveThatFaultsAreFound();
            proven = true;
        }
        run(most, scene);
    }

    private static void run(int most, Scene scene) {
        Lincheck.runConcurrentTest(most, () -> {
            try {
                scene.play();
            } catch (Exception failure) {
                throw new AssertionError(failure);
            }
        });
    }

    /** Runs several parts at the same time, each on a thread of its own, until all have ended; fails if one fails. */
    public static void together(Scene... parts) throws Exception {
        shared = parts;
        List<Thread> threads = new ArrayList<>();
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        for (Scene part : parts) {
            threads.add(new Thread(() -> {
                try {
                    part.play();
                } catch (Throwable failure) {
                    failures.add(failure);
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        for (Throwable failure : failures) {
            throw new AssertionError(failure);
        }
    }

    /** Something that runs once per schedule, or a part of it. */
    @FunctionalInterface
    public interface Scene {

        /** Runs it; whatever it throws fails the test. */
        void play() throws Exception;
    }
}
