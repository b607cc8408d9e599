package com.emlyon.connect.promise;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Many connections that have sent something, read nothing, and stay. */
final class Flood implements AutoCloseable {

    private static final int BYTES_READ_AT_ONCE = 64 * 1024;

    private final List<SocketChannel> connections = new ArrayList<>();
    private final ByteBuffer read = ByteBuffer.allocate(BYTES_READ_AT_ONCE);

    private Flood() {}

    /** Opens so many connections and sends on each one of the texts, in turn; each character is a byte. */
    static Flood of(URI service, List<String> texts, int connections) throws IOException {
        Flood flood = new Flood();
        for (int i = 0; i < connections; i++) {
            SocketChannel connection = SocketChannel.open(new InetSocketAddress(service.getHost(), service.getPort()));
            flood.connections.add(connection);
            flood.send(connection, texts.get(i % texts.size()));
        }
        return flood;
    }

    private void send(SocketChannel connection, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
        try {
            while (bytes.hasRemaining()) {
                connection.write(bytes);
            }
        } catch (IOException refused) {
            // The service has ended the connection without reading everything, which it may.
            connection.configureBlocking(false);
            return;
        }
        connection.configureBlocking(false);
    }

    /** How many the service has ended. */
    int ended() {
        return (int) connections.stream().filter(this::isEnded).count();
    }

    private boolean isEnded(SocketChannel connection) {
        try {
            read.clear();
            int count = connection.read(read);
            return count < 0 || (count > 0 && isEnded(connection));
        } catch (IOException reset) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        for (SocketChannel connection : connections) {
            connection.close();
        }
    }
}
