package com.emlyon.connect.app.connection;

import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Memory outside the heap, lent to connections while they write. */
final class WriteMemory {

    /**
     * With a buffer of this size a list is written in few system calls, and a client that does not read holds no more
     * memory.
     */
    private static final int BYTES = 128 * 1024;

    /** For connections beyond {@link #MOST_LENT}: as much as Tomcat gives to each. */
    private static final int BYTES_ON_THE_HEAP = 8 * 1024;

    /** Limits what clients that do not read hold together to 64 MiB. */
    private static final int MOST_LENT = 512;

    /** As many as there are connections that write at once on a busy node. */
    private static final int MOST_KEPT = 64;

    /** Has no lock, for which a platform thread would wait behind virtual threads. */
    private final Queue<ByteBuffer> kept = new ConcurrentLinkedQueue<>();

    private final AtomicInteger keptCount = new AtomicInteger();
    private final AtomicInteger lent = new AtomicInteger();

    /** An empty buffer; the caller gives it back, or drops it. */
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

    /** Takes back a buffer from which nothing more is going to be written. */
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
