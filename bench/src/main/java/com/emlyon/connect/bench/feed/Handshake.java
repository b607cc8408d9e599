package com.emlyon.connect.bench.feed;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Opens a WebSocket on a bare channel, as RFC 6455 has it. */
public final class Handshake {

    private static final String OF_THE_PROTOCOL = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int SMALL_WINDOW_BYTES = 4_096;
    private static final int LONGEST_HEAD = 4_096;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final URI base;
    private final boolean compressed;

    /** With the service at an address; offers compression, or does not. */
    public Handshake(URI base, boolean compressed) {
        this.base = base;
        this.compressed = compressed;
    }

    /** A channel that is open, and what the service has sent behind its answer. */
    public record Opened(SocketChannel channel, ByteBuffer behind) {}

    /** Opens a channel; one that does not read has a small window. */
    public Opened open(String token, Plan.Mode mode, boolean reads) throws IOException {
        SocketChannel channel = SocketChannel.open();
        if (!reads) {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, SMALL_WINDOW_BYTES);
        }
        channel.connect(new InetSocketAddress(base.getHost(), base.getPort()));
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        String key = Base64.getEncoder().encodeToString(random);
        String request = "GET /ws?token=%s HTTP/1.1\r\nHost: %s\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                        .formatted(token, base.getAuthority())
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " + key + "\r\n"
                + (mode == Plan.Mode.CHANGES ? "Sec-WebSocket-Protocol: connect.v2\r\n" : "")
                + (compressed ? "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n" : "")
                + "\r\n";
        channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
        return new Opened(channel, readAnswer(channel, key));
    }

    private ByteBuffer readAnswer(SocketChannel channel, String key) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(LONGEST_HEAD);
        while (true) {
            if (channel.read(buffer) < 0) {
                throw new IOException("Refused");
            }
            String read = new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1);
            int end = read.indexOf("\r\n\r\n");
            if (end >= 0) {
                check(read.substring(0, end), key);
                return buffer.flip().position(end + 4);
            }
        }
    }

    private void check(String head, String key) throws IOException {
        boolean agreed = head.contains("permessage-deflate");
        if (!head.startsWith("HTTP/1.1 101") || !head.contains(answerTo(key)) || agreed != compressed) {
            throw new IOException(head);
        }
    }

    private static String answerTo(String key) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1")
                            .digest((key + OF_THE_PROTOCOL).getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
