package com.emlyon.connect.app.connection;

import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Memory outside the heap from which connections write, lent to those that are writing at the moment. */
final class WriteMemory {

    /** A list is written with few calls of the operating system, and a client that does not read holds no more than that. */
    private static final int BYTES = 128 * 1024;

    /** As many as there are connections that write at once on a busy node; there may be more, which are not kept. */
    private static final int MOST_KEPT = 64;

    private final BlockingQueue<ByteBuffer> kept = new ArrayBlockingQueue<>(MOST_KEPT);

    /** An empty buffer, to be given back as it is. */
    ByteBuffer take() {
        ByteBuffer known = kept.poll();
        return known == null ? ByteBuffer.allocateDirect(BYTES) : known;
    }

    /** Gives a buffer back of which nothing is going to be written any more. */
    void giveBack(ByteBuffer memory) {
        // What finds no place is left to the garbage collector.
        boolean unused = kept.offer(memory.clear());
    }
}
