package com.emlyon.connect.app.connection;

import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Memory outside the heap from which connections write, lent to those that are writing at the moment. */
final class WriteMemory {

    /** A list is written with few calls of the operating system, and a client that does not read holds no more than that. */
    private static final int BYTES = 128 * 1024;

    /** For connections beyond {@link #MOST_LENT}: as much as Tomcat gives to each. */
    private static final int BYTES_ON_THE_HEAP = 8 * 1024;

    /** Clients that do not read hold no more than 64 MiB together. */
    private static final int MOST_LENT = 512;

    /** As many as there are connections that write at once on a busy node. */
    private static final int MOST_KEPT = 64;

    /** Without a lock, behind which a platform thread would wait for virtual ones. */
    private final Queue<ByteBuffer> kept = new ConcurrentLinkedQueue<>();

    private final AtomicInteger keptCount = new AtomicInteger();
    private final AtomicInteger lent = new AtomicInteger();

    /** An empty buffer, to be given back or dropped as it is. */
    ByteBuffer take() {
        if (lent.incrementAndGet() > MOST_LENT) {
            lent.decrementAndGet();
            return ByteBuffer.allocate(BYTES_ON_THE_HEAP);
        }
        ByteBuffer known = kept.poll();
        if (known == null) {
            return ByteBuffer.allocateDirect(BYTES);
        }
        keptCount.decrementAndGet();
        return known;
    }

    /** Gives a buffer back of which nothing is going to be written any more. */
    void giveBack(ByteBuffer memory) {
        if (memory.isDirect()) {
            lent.decrementAndGet();
            if (keptCount.incrementAndGet() <= MOST_KEPT) {
                kept.add(memory.clear());
            } else {
                // It is left to the garbage collector.
                keptCount.decrementAndGet();
            }
        }
    }

    /** Leaves a buffer to the garbage collector, as another thread may still be writing from it. */
    void drop(ByteBuffer memory) {
        if (memory.isDirect()) {
            lent.decrementAndGet();
        }
    }
}
