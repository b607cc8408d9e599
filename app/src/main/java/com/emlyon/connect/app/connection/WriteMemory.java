package com.emlyon.connect.app.connection;

import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
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

    private final BlockingQueue<ByteBuffer> kept = new ArrayBlockingQueue<>(MOST_KEPT);
    private final AtomicInteger lent = new AtomicInteger();

    /** An empty buffer, to be given back or dropped as it is. */
    ByteBuffer take() {
        if (lent.incrementAndGet() > MOST_LENT) {
            lent.decrementAndGet();
            return ByteBuffer.allocate(BYTES_ON_THE_HEAP);
        }
        ByteBuffer known = kept.poll();
        return known == null ? ByteBuffer.allocateDirect(BYTES) : known;
    }

    /** Gives a buffer back of which nothing is going to be written any more. */
    void giveBack(ByteBuffer memory) {
        if (memory.isDirect()) {
            lent.decrementAndGet();
            // What finds no place is left to the garbage collector.
            boolean unused = kept.offer(memory.clear());
        }
    }

    /** Leaves a buffer to the garbage collector, as another thread may still be writing from it. */
    void drop(ByteBuffer memory) {
        if (memory.isDirect()) {
            lent.decrementAndGet();
        }
    }
}
