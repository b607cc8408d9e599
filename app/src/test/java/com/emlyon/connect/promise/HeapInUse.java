package com.emlyon.connect.promise;

import java.lang.management.ManagementFactory;

/** Measures the heap of this JVM, in which the node of a test runs, too. */
final class HeapInUse {

    private static final long NEARLY_NOTHING = 256 * 1024;
    private static final int MOST_ROUNDS = 40;
    private static final int CALM_ROUNDS = 3;

    private HeapInUse() {}

    /** The bytes in use behind a full collection, once they do not change any more. */
    static long settled() {
        long used = used();
        int calm = 0;
        for (int i = 0; i < MOST_ROUNDS && calm < CALM_ROUNDS; i++) {
            long before = used;
            used = used();
            calm = Math.abs(used - before) > NEARLY_NOTHING ? 0 : calm + 1;
        }
        return used;
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
