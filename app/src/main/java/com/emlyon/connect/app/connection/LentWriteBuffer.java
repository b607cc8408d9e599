package com.emlyon.connect.app.connection;

import java.nio.ByteBuffer;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.jspecify.annotations.Nullable;

/**
 * The buffers of a connection, of which the one for writing exists only while it holds bytes. Tomcat's own write buffer
 * stays with the connection and is therefore small, and a large response takes a system call each time that it is full.
 */
final class LentWriteBuffer extends SocketBufferHandler {

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final WriteMemory source;
    private @Nullable ByteBuffer memory;

    /** A view of the memory; it is not lent with the memory, so it stays empty while another connection uses that. */
    private ByteBuffer view = NOTHING;

    private boolean isBeingFilled;

    LentWriteBuffer(int readBufferSize, WriteMemory source) {
        super(readBufferSize, 0, false);
        this.source = source;
    }

    @Override
    public synchronized void configureWriteBufferForWrite() {
        if (memory == null) {
            memory = source.take();
            view = memory.duplicate();
        } else if (!isBeingFilled) {
            view.compact();
        }
        isBeingFilled = true;
    }

    @Override
    public synchronized void configureWriteBufferForRead() {
        if (isBeingFilled) {
            view.flip();
            isBeingFilled = false;
        }
    }

    @Override
    public synchronized boolean isWriteBufferWritable() {
        return memory == null || (isBeingFilled ? view.hasRemaining() : !view.hasRemaining());
    }

    @Override
    public synchronized boolean isWriteBufferEmpty() {
        return isBeingFilled ? view.position() == 0 : !view.hasRemaining();
    }

    @Override
    public synchronized ByteBuffer getWriteBuffer() {
        return view;
    }

    /**
     * Gives the memory back if all of it has been written. Called by the thread that writes, as only that thread knows.
     */
    synchronized void giveBackIfEmpty() {
        if (memory != null && !isBeingFilled && !view.hasRemaining()) {
            source.giveBack(memory);
            forget();
        }
    }

    private void forget() {
        memory = null;
        view = NOTHING;
        isBeingFilled = false;
    }

    /** Does not give the memory back, as another thread may still be writing it to a connection that has ended. */
    private void drop() {
        if (memory != null) {
            source.drop(memory);
        }
        forget();
    }

    @Override
    public synchronized void reset() {
        super.reset();
        drop();
    }

    @Override
    public synchronized void free() {
        super.free();
        drop();
    }
}
