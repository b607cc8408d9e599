package com.emlyon.platform.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of this machine on which a server could listen. */
final class LocalPort {

    static final String HOST = "127.0.0.1";

    // Below the ports that systems hand out for outgoing connections, so that it is still free after a restart.
    private static final int LOWEST = 20_000;
    private static final int ABOVE_HIGHEST = 30_000;
    private static final int ATTEMPTS = 1_000;

    private LocalPort() {}

    static int choose() throws IOException {
        return ThreadLocalRandom.current()
                .ints(ATTEMPTS, LOWEST, ABOVE_HIGHEST)
                .filter(LocalPort::isFree)
                .findFirst()
                .orElseThrow(() -> new IOException("no free port between %d and %d".formatted(LOWEST, ABOVE_HIGHEST)));
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(HOST), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
