package com.emlyon.connect.bench.server;

import java.nio.ByteBuffer;

/** A web server that sends what it is given to all who are connected at {@code /ws}, and answers {@code /list} with ready bytes. */
interface FanOutServer {

    /** The port on which it listens. */
    int port();

    /** Sends a text to all clients; may return before they have it. */
    void send(ByteBuffer utf8) throws Exception;
}
