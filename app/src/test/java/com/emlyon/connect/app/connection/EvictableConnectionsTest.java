package com.emlyon.connect.app.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.tomcat.util.net.NioEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which connections are ended when they are too many, and that none is counted that has left. */
class EvictableConnectionsTest {

    private final List<SocketChannel> sockets = new ArrayList<>();

    @AfterEach
    void disconnect() throws IOException {
        for (SocketChannel socket : sockets) {
            socket.close();
        }
    }

    @Test
    void theOneThatCameFirstIsEndedAndIsNotCountedAnyMore() throws Exception {
        EvictableConnections idle = new EvictableConnections(count -> count > 2);
        List<SocketChannel> served = List.of(accepted(idle), accepted(idle));

        SocketChannel third = accepted(idle);

        assertThat(served).map(channel -> channel.socket().isInputShutdown()).containsExactly(true, false);
        assertThat(third.socket().isInputShutdown()).isFalse();
        assertThat(idle.count()).isEqualTo(2);
    }

    /** Tomcat resets a channel when its connection has ended, to use it again for another one. */
    @Test
    void oneThatHasEndedIsNotCountedUntilItIsUsedAgain() throws Exception {
        EvictableConnections idle = new EvictableConnections(count -> count > 2);
        ObservableChannel channel = channel(idle);
        accepted(channel);

        channel.close();
        channel.awaitNextRequest();
        assertThat(idle.count()).isZero();
        channel.reset(null, null);
        assertThat(idle.count()).isZero();
        accepted(channel);

        assertThat(idle.count()).isEqualTo(1);
    }

    @Test
    void oneThatComesAgainStandsBehindTheOthers() throws Exception {
        EvictableConnections idle = new EvictableConnections(count -> count > 2);
        ObservableChannel channel = channel(idle);
        SocketChannel first = accepted(channel);
        SocketChannel second = accepted(idle);

        channel.beginRequest();
        assertThat(idle.count()).isEqualTo(1);
        channel.awaitNextRequest();
        channel.awaitNextRequest();
        assertThat(idle.count()).isEqualTo(2);
        accepted(idle);

        assertThat(first.socket().isInputShutdown()).isFalse();
        assertThat(second.socket().isInputShutdown()).isTrue();
    }

    /** Requests begin and end on one thread, and connections are closed on others. */
    @Test
    void noneIsCountedThatHasLeftWhateverComesTogether() throws Exception {
        EvictableConnections idle = new EvictableConnections(count -> count > 20);
        List<ObservableChannel> channels = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            channels.add(channel(idle));
            accepted(channels.getLast());
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                all.add(threads.submit(() -> {
                    for (int i = 0; i < 20_000; i++) {
                        ObservableChannel channel =
                                channels.get(ThreadLocalRandom.current().nextInt(channels.size()));
                        if (ThreadLocalRandom.current().nextBoolean()) {
                            channel.awaitNextRequest();
                        } else {
                            channel.beginRequest();
                        }
                    }
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }

        assertThat(idle.count()).isBetween(0, 20);
        channels.forEach(ObservableChannel::beginRequest);
        assertThat(idle.count()).isZero();
    }

    private static ObservableChannel channel(EvictableConnections idle) {
        return new ObservableChannel(
                new LentWriteBuffer(0, new WriteMemory()),
                new SlowBodies(Duration.ofMinutes(1), System::nanoTime),
                new ClosingThread(),
                new EvictableConnections(count -> false),
                idle);
    }

    private SocketChannel accepted(EvictableConnections idle) throws IOException {
        return accepted(channel(idle));
    }

    private SocketChannel accepted(ObservableChannel channel) throws IOException {
        try (ServerSocketChannel server =
                ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            sockets.add(SocketChannel.open(server.getLocalAddress()));
            SocketChannel served = server.accept();
            sockets.add(served);
            channel.reset(served, new NioEndpoint.NioSocketWrapper(channel, new NioEndpoint()));
            return served;
        }
    }
}
