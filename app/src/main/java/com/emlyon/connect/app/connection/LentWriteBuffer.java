package com.emlyon.connect.app.connection;

import java.nio.ByteBuffer;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.jspecify.annotations.Nullable;

/**
 * The buffers of a connection, of which the one for writing is there only while it holds something. Tomcat's own is small, as it stays
 * with the connection, and a large answer takes a call of the operating system for each time that it is full.
 */
final class LentWriteBuffer extends SocketBufferHandler {

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final WriteMemory source;
    private @Nullable ByteBuffer memory;

    /** Of the memory; never handed on, so that it stays empty when the memory belongs to another connection. */
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

    /** Gives the memory back if all of it has been written. By the thread that writes, as no other knows that. */
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

    /** Another thread may still be writing it to a connection that has ended. */
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
