package com.emlyon.connect.app.connection;

import java.time.Duration;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketBufferHandler;

/**
 * Tomcat's endpoint, with connections that can be observed and are not waited for too long. (Not those of TLS, which ends in front of the
 * service.)
 */
public final class ObservableEndpoint extends NioEndpoint {

    /** Of so many connections one is kept for those who come while the others are idle; of few connections more. */
    private static final int CONNECTIONS_OF_ONE_LEFT = 50;

    private static final int LEAST_LEFT = 10;

    /** No request has begun on them. Where few more can be accepted, the longest idle one makes room for the next. */
    private final EvictableConnections idleConnections = new EvictableConnections(count -> count > 1 && areFewLeft());

    private Duration longestBody = Duration.ofSeconds(60);

    /**
     * They have sent a part of a request, and each holds Tomcat's buffers and a thread until the rest has come. The oldest one is evicted,
     * as a client that goes on has done so long before.
     */
    private EvictableConnections waitingRequests = new EvictableConnections(count -> count > 1_000);

    /** For so long a body may keep the service waiting, and a second longer for each kilobyte that has come. */
    public void setLongestBody(Duration longest) {
        longestBody = longest;
    }

    /** On so many connections the service waits for the rest of a request. */
    public void setMostWaitingRequests(int most) {
        waitingRequests = new EvictableConnections(count -> count > most);
    }

    /** The number of connections on which the service waits for the rest of a request at the moment. */
    public int waitingRequests() {
        return waitingRequests.count();
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
                        buffers, new SlowBodies(longestBody, System::nanoTime), waitingRequests, idleConnections);
    }
}
