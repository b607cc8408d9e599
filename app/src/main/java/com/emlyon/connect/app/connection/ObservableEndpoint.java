package com.emlyon.connect.app.connection;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.apache.coyote.Processor;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Tomcat's endpoint, with connections that can be observed and on which the service waits for a limited time only, and
 * with requests that do not wait for others. (Not with those of TLS, which ends in front of the service.)
 */
public final class ObservableEndpoint extends NioEndpoint {

    /**
     * One of so many connections, and at least {@link #LEAST_LEFT}, is kept free for new clients while others are idle.
     */
    private static final int CONNECTIONS_OF_ONE_LEFT = 50;

    private static final int LEAST_LEFT = 10;

    /**
     * Connections on which no request has begun. When few more can be accepted, the one that is idle longest is closed
     * to make room.
     */
    private final EvictableConnections idleConnections = new EvictableConnections(count -> count > 1 && areFewLeft());

    private final WriteMemory writeMemory = new WriteMemory();

    private final ClosingThread closing = new ClosingThread();

    private final PriorityThreads priorityThreads = new PriorityThreads();

    private List<String> priorities = List.of();

    private Supplier<@Nullable Processor> processors = () -> null;

    private Duration longestBody = Duration.ofSeconds(60);

    /**
     * Connections that have sent a part of a request; each holds Tomcat's buffers and a thread until the rest arrives.
     * The oldest one is evicted, because a client that still sends would have completed its request long before.
     */
    private EvictableConnections waitingRequests = new EvictableConnections(count -> count > 1_000);

    /** Sets how long the service waits for a body; each kilobyte that has arrived adds a second. */
    public void setLongestBody(Duration longest) {
        longestBody = longest;
    }

    /** Sets on how many connections the service waits for the rest of a request. */
    public void setMostWaitingRequests(int most) {
        waitingRequests = new EvictableConnections(count -> count > most);
    }

    /** The number of connections on which the service waits for the rest of a request at the moment. */
    public int waitingRequests() {
        return waitingRequests.count();
    }

    /**
     * Has requests that begin with one of these texts served by the {@link PriorityThreads}.
     *
     * @param newProcessors creates Tomcat's processors for them; those of all other requests are kept in a stack with a
     *     lock, for which a platform thread would wait behind virtual threads
     */
    public void setPriorities(List<String> beginnings, Supplier<Processor> newProcessors) {
        priorities = List.copyOf(beginnings);
        processors = newProcessors::get;
    }

    @Override
    public boolean processSocket(SocketWrapperBase<NioChannel> connection, SocketEvent event, boolean dispatch) {
        return (dispatch
                        && event == SocketEvent.OPEN_READ
                        && hasPriority(connection)
                        && priorityThreads.execute(() -> serve(connection, event)))
                || super.processSocket(connection, event, dispatch);
    }

    private boolean hasPriority(SocketWrapperBase<NioChannel> connection) {
        try {
            return connection.getSocket() instanceof ObservableChannel channel
                    && channel.beginsWith(priorities, connection);
        } catch (IOException broken) {
            // The thread that then serves the connection meets the same failure.
            return false;
        }
    }

    private void serve(SocketWrapperBase<NioChannel> connection, SocketEvent event) {
        connection.setCurrentProcessor(processors.get());
        if (!super.processSocket(connection, event, false)) {
            connection.close();
        }
    }

    private boolean areFewLeft() {
        int most = getMaxConnections();
        return most > 0 && getConnectionCount() > most - Math.max(LEAST_LEFT, most / CONNECTIONS_OF_ONE_LEFT);
    }

    @Override
    protected NioChannel createChannel(SocketBufferHandler buffers) {
        return isSSLEnabled()
                ? super.createChannel(buffers)
                : new ObservableChannel(
                        new LentWriteBuffer(getSocketProperties().getAppReadBufSize(), writeMemory),
                        new SlowBodies(longestBody, System::nanoTime),
                        closing,
                        waitingRequests,
                        idleConnections);
    }
}
