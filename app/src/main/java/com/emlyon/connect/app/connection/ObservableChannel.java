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
 * A connection on which the service waits for a limited time only. Once it uses another protocol than HTTP, the service
 * waits without a limit, and an observer sees all incoming bytes before they are processed.
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

    /** Called when the server begins, or continues, to read the head of a request. */
    public void beginRequest() {
        idle = false;
        amongIdleConnections.leave();
        slowBodies.beginRequest();
    }

    /** Called when the service expects no more bytes of a request. */
    public void endRequest() {
        amongWaitingRequests.leave();
    }

    /** Called when the client may send another request at any time. */
    public void awaitNextRequest() {
        endRequest();
        idle = true;
        amongIdleConnections.take();
    }

    /**
     * Whether the next request of the connection, of which Tomcat has read nothing yet, begins with one of these texts;
     * reads only bytes that have arrived. False when the channel has meanwhile been reused for another connection.
     */
    synchronized boolean beginsWith(List<String> beginnings, SocketWrapperBase<NioChannel> connection)
            throws IOException {
        if (!idle || socketWrapper != connection) {
            return false;
        }
        readAhead.compact();
        try {
            // If this is the end of the stream, it is read again with the request.
            int unused = super.read(readAhead);
        } finally {
            readAhead.flip();
        }
        String beginning =
                StandardCharsets.US_ASCII.decode(readAhead.duplicate()).toString();
        return beginnings.stream().anyMatch(beginning::startsWith);
    }

    /** Passes all bytes from now on to an observer, and waits for them without a limit. */
    public void observe(Consumer<ByteBuffer> newObserver) {
        endRequest();
        observer = newObserver;
    }

    /** Tomcat reuses channels for other connections; between two connections, channel and wrapper are null. */
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

    /** Ends the input: Tomcat then reads the end of the stream, and closes the connection itself. */
    void endInput() {
        try {
            getIOChannel().shutdownInput();
        } catch (IOException ended) {
            log.debug("A connection has ended before it was waited for no longer", ended);
        }
    }
}
