package com.emlyon.connect.app.connection;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection that is not waited for too long, or, once it speaks another protocol than HTTP, of which an observer sees all bytes that
 * come in, before they are processed.
 */
public final class ObservableChannel extends NioChannel {

    private static final Logger log = LoggerFactory.getLogger(ObservableChannel.class);

    /** Enough for a method and the first words of a path. */
    private static final int MOST_READ_AHEAD = 32;

    private final LentWriteBuffer buffers;
    private final SlowBodies slowBodies;
    private final ClosingThread closing;
    private final EvictableConnections.Place amongWaitingRequests;
    private final EvictableConnections.Place amongIdleConnections;
    private final ByteBuffer readAhead = ByteBuffer.allocate(MOST_READ_AHEAD).limit(0);
    private @Nullable Consumer<ByteBuffer> observer;
    private volatile boolean idle;

    ObservableChannel(
            LentWriteBuffer buffers,
            SlowBodies slowBodies,
            ClosingThread closing,
            EvictableConnections waitingRequests,
            EvictableConnections idleConnections) {
        super(buffers);
        this.buffers = buffers;
        this.slowBodies = slowBodies;
        this.closing = closing;
        this.amongWaitingRequests = waitingRequests.placeOf(this);
        this.amongIdleConnections = idleConnections.placeOf(this);
    }

    /** Says that the server begins, or goes on, to read the head of a request. */
    public void beginRequest() {
        idle = false;
        amongIdleConnections.leave();
        slowBodies.beginRequest();
    }

    /** Says that nothing of a request is expected any more. */
    public void endRequest() {
        amongWaitingRequests.leave();
    }

    /** Says that the client may send another request, whenever it likes. */
    public void awaitNextRequest() {
        endRequest();
        idle = true;
        amongIdleConnections.take();
    }

    /**
     * Whether the next request of the connection, of which nothing has been read yet, begins with one of these; reads as far as bytes have
     * come. False when the channel is that of another connection by now.
     */
    synchronized boolean beginsWith(List<String> beginnings, SocketWrapperBase<NioChannel> connection)
            throws IOException {
        if (!idle || socketWrapper != connection) {
            return false;
        }
        readAhead.compact();
        try {
            // An end of the stream is read again when the request is.
            int unused = super.read(readAhead);
        } finally {
            readAhead.flip();
        }
        String beginning =
                StandardCharsets.US_ASCII.decode(readAhead.duplicate()).toString();
        return beginnings.stream().anyMatch(beginning::startsWith);
    }

    /** Shows all bytes from now on to an observer, and waits for them for ever. */
    public void observe(Consumer<ByteBuffer> newObserver) {
        endRequest();
        observer = newObserver;
    }

    /** Tomcat uses channels again for other connections; while they have none, there are no channel and no wrapper. */
    @Override
    public void reset(@Nullable SocketChannel channel, @Nullable NioSocketWrapper wrapper) throws IOException {
        synchronized (this) {
            observer = null;
            readAhead.limit(0);
            idle = true;
            slowBodies.beginRequest();
            super.reset(channel, wrapper);
        }
        if (channel != null) {
            amongWaitingRequests.begin();
            amongIdleConnections.begin();
            amongIdleConnections.take();
        }
    }

    @Override
    public void close() throws IOException {
        amongWaitingRequests.end();
        amongIdleConnections.end();
        closing.close(getIOChannel());
    }

    @Override
    public int read(ByteBuffer buffer) throws IOException {
        int start = buffer.position();
        int count = takeReadAhead(buffer);
        int read = super.read(buffer);
        count = count == 0 ? read : count + Math.max(0, read);
        if (observer == null) {
            slowBodies.count(count);
            expectMore(count);
        } else {
            observer.accept(buffer.duplicate().limit(buffer.position()).position(start));
        }
        return count;
    }

    private int takeReadAhead(ByteBuffer buffer) {
        int count = Math.min(readAhead.remaining(), buffer.remaining());
        buffer.put(buffer.position(), readAhead, readAhead.position(), count);
        buffer.position(buffer.position() + count);
        readAhead.position(readAhead.position() + count);
        return count;
    }

    private void expectMore(int read) {
        if (read == 0 && slowBodies.hasBegun()) {
            amongWaitingRequests.take();
        }
    }

    @Override
    public long read(ByteBuffer[] buffers, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            if (buffers[i].hasRemaining()) {
                return read(buffers[i]);
            }
        }
        return 0;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        int written = super.write(source);
        buffers.giveBackIfEmpty();
        return written;
    }

    /** Tomcat then reads the end of the stream, and ends the connection by itself. */
    void endInput() {
        try {
            getIOChannel().shutdownInput();
        } catch (IOException ended) {
            log.debug("A connection has ended before it was waited for no longer", ended);
        }
    }
}
