package com.emlyon.connect.app.connection;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A platform thread that closes sockets for virtual threads. Closing takes a lock of the JDK's selector: if virtual
 * threads waited for it, Tomcat's poller would wait behind them until they are scheduled on the carriers.
 */
final class ClosingThread {

    private static final Logger log = LoggerFactory.getLogger(ClosingThread.class);

    private static final int SECONDS_IDLE = 60;

    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            SECONDS_IDLE,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().name("http-closing").daemon().factory());

    ClosingThread() {
        thread.allowCoreThreadTimeOut(true);
    }

    /**
     * Closes a socket at once, or shortly afterwards when the caller is a virtual thread.
     *
     * @throws IOException when it is closed at once and that fails
     */
    void close(SocketChannel socket) throws IOException {
        if (!Thread.currentThread().isVirtual()) {
            socket.close();
            return;
        }
        try {
            thread.execute(() -> closeQuietly(socket));
        } catch (OutOfMemoryError noThread) {
            socket.close();
        }
    }

    private static void closeQuietly(SocketChannel socket) {
        try {
            socket.close();
        } catch (IOException broken) {
            log.debug("A connection was broken before it was closed", broken);
        }
    }
}
