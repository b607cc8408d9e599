package com.emlyon.connect.app.connection;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.coyote.Adapter;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * HTTP with a limit on the time for the head of a request. Tomcat's own timeout begins anew with every byte, so a
 * client that sends one now and then keeps a connection for days; here the head must be complete within a limited time
 * after its first byte.
 */
public final class PromptHttp extends Http11NioProtocol {

    /**
     * The note of Tomcat's request that says whether its client has closed the connection. Tomcat uses the first of 32
     * notes itself.
     */
    static final int END_OF_CONNECTION = 31;

    private Duration longestHead = Duration.ofSeconds(10);

    /** Called by Tomcat, which creates the protocol by its class name. */
    public PromptHttp() {
        super(new ObservableEndpoint());
    }

    @Override
    public void setAdapter(Adapter adapter) {
        super.setAdapter(new PathRespelling(adapter));
    }

    /** Sets how long the service waits for a body; the more of it has arrived, the longer. */
    void setLongestBody(Duration longest) {
        if (getEndpoint() instanceof ObservableEndpoint endpoint) {
            endpoint.setLongestBody(longest);
        }
    }

    /** Sets on how many connections the service waits for the rest of a request. */
    void setMostWaitingRequests(int most) {
        if (getEndpoint() instanceof ObservableEndpoint endpoint) {
            endpoint.setMostWaitingRequests(most);
        }
    }

    /** Requests that begin with one of these texts, method and path, do not wait for others. */
    void setPriorities(List<String> beginnings) {
        if (getEndpoint() instanceof ObservableEndpoint endpoint) {
            endpoint.setPriorities(beginnings, this::createProcessor);
        }
    }

    /** The number of connections on which the service waits for the rest of a request at the moment. */
    public int waitingRequests() {
        return getEndpoint() instanceof ObservableEndpoint endpoint ? endpoint.waitingRequests() : 0;
    }

    /** Sets how long a client may be silent at first, and how long its head may take from the first byte on. */
    void setLongestHead(Duration longest) {
        longestHead = longest;
        setConnectionTimeout((int) longest.toMillis());
    }

    @Override
    protected Processor createProcessor() {
        return new PromptProcessor(this, getAdapter(), longestHead);
    }

    private static final class PromptProcessor extends Http11Processor {

        private final AbstractHttp11Protocol<?> settings;
        private final Duration longestHead;

        PromptProcessor(AbstractHttp11Protocol<?> settings, Adapter adapter, Duration longestHead) {
            super(settings, adapter);
            this.settings = settings;
            this.longestHead = longestHead;
            request.setNote(END_OF_CONNECTION, (BooleanSupplier) this::hasEnded);
        }

        /**
         * Whether the client has closed the connection. Reads what has arrived, without waiting; Tomcat keeps it for
         * the next request. Bytes that arrive before the end, such as the next request, hide the end.
         */
        private boolean hasEnded() {
            SocketWrapperBase<?> connection = getSocketWrapper();
            try {
                boolean unused = connection.isReadyForRead();
                return connection.isClosed();
            } catch (IOException ended) {
                return true;
            }
        }

        @Override
        public SocketState service(SocketWrapperBase<?> connection) throws IOException {
            return connection.getSocket() instanceof ObservableChannel channel
                    ? serve(connection, channel)
                    : serve(connection);
        }

        private SocketState serve(SocketWrapperBase<?> connection, ObservableChannel channel) throws IOException {
            channel.beginRequest();
            SocketState state = SocketState.CLOSED;
            try {
                state = serve(connection);
                return state;
            } finally {
                if (state == SocketState.OPEN) {
                    channel.awaitNextRequest();
                } else if (state != SocketState.LONG || isAsync()) {
                    channel.endRequest();
                }
            }
        }

        private SocketState serve(SocketWrapperBase<?> connection) throws IOException {
            connection.setReadTimeout(settings.getConnectionTimeout());
            int served = request.getRequestProcessor().getRequestCount();
            SocketState state = super.service(connection);
            // Empty lines before a request count as the beginning of its head: its time has begun.
            boolean onlyEmptyLines = state == SocketState.OPEN
                    && served == request.getRequestProcessor().getRequestCount();
            boolean halfAHead = state == SocketState.LONG && !isAsync();
            return onlyEmptyLines || halfAHead ? awaitTheRest(connection) : state;
        }

        /** The connection is closed when the time is up, or when a byte arrives after that. */
        private SocketState awaitTheRest(SocketWrapperBase<?> connection) {
            long left = longestHead.toMillis() - (System.nanoTime() - request.getStartTimeNanos()) / 1_000_000;
            if (left <= 0) {
                return SocketState.CLOSED;
            }
            connection.setReadTimeout(left);
            return SocketState.LONG;
        }
    }
}
