package com.emlyon.connect.app.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.tomcat.util.net.NioEndpoint;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a connection has read to know its next request is read again with the request, and nothing of it twice. */
class ReadAheadTest {

    private static final List<String> HEALTH = List.of("GET /api/health", "HEAD /api/health");

    private final ObservableChannel channel = new ObservableChannel(
            new LentWriteBuffer(0, new WriteMemory()),
            new SlowBodies(Duration.ofMinutes(1), System::nanoTime),
            new ClosingThread(),
            new EvictableConnections(count -> false),
            new EvictableConnections(count -> false));
    private NioEndpoint.NioSocketWrapper connection;
    private SocketChannel client;
    private SocketChannel served;

    @BeforeEach
    void connect() throws IOException {
        try (ServerSocketChannel server =
                ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            client = SocketChannel.open(server.getLocalAddress());
            served = server.accept();
        }
        served.configureBlocking(false);
        connection = new NioEndpoint.NioSocketWrapper(channel, new NioEndpoint());
        channel.reset(served, connection);
    }

    @AfterEach
    void disconnect() throws IOException {
        client.close();
        served.close();
    }

    private void send(String text) throws IOException {
        client.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private void awaitBeginning(String expected) {
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> channel.beginsWith(List.of(expected), connection));
    }

    private String readAll(int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            Thread.onSpinWait();
        }
        return new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII);
    }

    @Test
    void whatWasReadAheadIsReadFirstAndOnce() throws IOException {
        String request =
                "GET /api/health HTTP/1.1\r\nHost: somewhere.example.org\r\nX-More: than was read ahead\r\n\r\n";
        send(request);
        awaitBeginning("GET /api/health");

        channel.beginRequest();

        assertThat(readAll(request.length())).isEqualTo(request);
    }

    @Test
    void aBeginningMayComeInPieces() throws IOException {
        send("GET /api/");
        awaitBeginning("GET /api/");
        assertThat(channel.beginsWith(HEALTH, connection)).isFalse();
        send("health HTTP/1.1\r\n");
        awaitBeginning("GET /api/health");

        channel.beginRequest();

        assertThat(readAll("GET /api/health HTTP/1.1\r\n".length())).isEqualTo("GET /api/health HTTP/1.1\r\n");
    }

    @Test
    void aSmallBufferTakesItPieceByPiece() throws IOException {
        send("GET /api/health HTTP/1.1\r\n");
        awaitBeginning("GET /api/health");

        channel.beginRequest();

        assertThat(readAll(5) + readAll(10) + readAll(11)).isEqualTo("GET /api/health HTTP/1.1\r\n");
    }

    @Test
    void nothingIsReadAheadOfARequestThatHasBegun() throws IOException {
        channel.beginRequest();
        send("GET /api/health HTTP/1.1\r\n");

        assertThat(channel.beginsWith(HEALTH, connection)).isFalse();
        assertThat(readAll(26)).isEqualTo("GET /api/health HTTP/1.1\r\n");
    }

    @Test
    void theEndOfTheConnectionIsReadAgain() throws IOException {
        client.shutdownOutput();
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> !channel.beginsWith(HEALTH, connection));

        channel.beginRequest();

        assertThat(channel.read(ByteBuffer.allocate(10))).isEqualTo(-1);
    }

    @Test
    void anotherConnectionBeginsWithNothingOfTheFormerOne() throws IOException {
        send("GET /api/health HTTP/1.1\r\n");
        awaitBeginning("GET /api/health");

        disconnect();
        connect();

        assertThat(channel.beginsWith(List.of("G"), connection)).isFalse();
    }

    @Test
    void nothingIsReadForAConnectionThatTheChannelWasOf() throws IOException {
        NioEndpoint.NioSocketWrapper former = connection;
        disconnect();
        connect();
        send("GET /api/health HTTP/1.1\r\n");
        awaitBeginning("GET /api/health");

        assertThat(channel.beginsWith(HEALTH, former)).isFalse();
    }
}
