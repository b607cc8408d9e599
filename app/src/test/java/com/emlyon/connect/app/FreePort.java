package com.emlyon.connect.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports for the servers of tests. They lie below those of the built-in PostgreSQL and those that the system gives to clients, and each
 * JVM that runs tests has a range of its own: while a server is dead, no other one takes its port.
 */
public final class FreePort {

    private static final int LOWEST = 10_000;
    private static final int PORTS_OF_A_JVM = 1_500;
    private static final int FORK = Integer.getInteger("tests.fork", 1);

    private static final AtomicInteger TAKEN = new AtomicInteger();

    private FreePort() {}

    /** A port on which no server listens at the moment, and that no other test of this run gets soon. */
    public static int next() {
        for (int i = 0; i < PORTS_OF_A_JVM; i++) {
            int port = LOWEST + FORK * PORTS_OF_A_JVM + TAKEN.getAndIncrement() % PORTS_OF_A_JVM;
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("All ports of this JVM are taken");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
