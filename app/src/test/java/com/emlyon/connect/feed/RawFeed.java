package com.emlyon.connect.feed;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** A WebSocket on a bare socket, which reads, and answers pings, only when it is told to. */
public final class RawFeed implements AutoCloseable {

    private static final int TIME_LIMIT_MILLIS = 60_000;
    private static final int SMALL_WINDOW_BYTES = 4_096;
    private static final int WIDE_WINDOW_BYTES = 1 << 20;
    private static final int CONTINUATION = 0x0;
    private static final int TEXT = 0x1;
    private static final int BINARY = 0x2;
    private static final int CLOSE = 0x8;
    private static final int PING = 0x9;
    private static final int FINAL = 0x80;
    private static final int PONG = FINAL | 0xA;
    private static final int MASKED = 0x80;
    private static final int TWO_BYTES_OF_LENGTH = 126;

    private final Socket socket = new Socket();
    private final DataInputStream in;

    private RawFeed(URI endpoint, String query, String headerLines, byte[] frames) throws IOException {
        socket.setReceiveBufferSize(SMALL_WINDOW_BYTES);
        socket.setSoTimeout(TIME_LIMIT_MILLIS);
        socket.connect(new InetSocketAddress(endpoint.getHost(), endpoint.getPort()));
        String handshake = ("GET %s?%s HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n%s"
                        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                .formatted(endpoint.getPath(), query, headerLines);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(handshake.getBytes(StandardCharsets.US_ASCII));
        all.writeBytes(frames);
        socket.getOutputStream().write(all.toByteArray());
        in = new DataInputStream(socket.getInputStream());
        String head = readHead();
        if (!head.startsWith("HTTP/1.1 101")) {
            throw new IOException(head);
        }
    }

    /** Completes the handshake, and reads nothing that comes after it. */
    public static RawFeed open(URI endpoint, String token) {
        return open(endpoint, "token=" + token, "");
    }

    /** The same, to be told changes, from a position on if one is given. */
    public static RawFeed openChanges(URI endpoint, String token, Optional<String> after) {
        return open(
                endpoint,
                "token=" + token + after.map("&after="::concat).orElse(""),
                "Sec-WebSocket-Protocol: connect.v2\r\n");
    }

    /** Completes a handshake that has such lines, too. */
    static RawFeed openWith(URI endpoint, String token, String headerLines) {
        return open(endpoint, "token=" + token, headerLines);
    }

    /** Sends frames together with the handshake, before it is answered. */
    static RawFeed openWithFramesAtOnce(URI endpoint, String token, byte[] frames) {
        return open(endpoint, "token=" + token, "", frames);
    }

    private static RawFeed open(URI endpoint, String query, String headerLines) {
        return open(endpoint, query, headerLines, new byte[0]);
    }

    private static RawFeed open(URI endpoint, String query, String headerLines, byte[] frames) {
        try {
            return new RawFeed(endpoint, query, headerLines, frames);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Reads the next message, however many frames it takes; fails when none comes within a minute. */
    public Message next() {
        try {
            return next(in.readUnsignedByte());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The same if one begins to come within the time; fails when the connection has ended. */
    public Optional<Message> nextWithin(Duration time) {
        try {
            socket.setSoTimeout(Math.toIntExact(time.toMillis()));
            int head = in.readUnsignedByte();
            socket.setSoTimeout(TIME_LIMIT_MILLIS);
            return Optional.of(next(head));
        } catch (SocketTimeoutException nothing) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Reads the next frame, which may be a part of a message. */
    Frame nextFrame() {
        try {
            return frame(in.readUnsignedByte());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Frame frame(int head) throws IOException {
        return new Frame(head, in.readNBytes(length()));
    }

    private Message next(int firstHead) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (int head = firstHead; ; head = in.readUnsignedByte()) {
            Frame frame = frame(head);
            int opcode = head & 0xF;
            if (opcode > TEXT) {
                return new Message(opcode, frame.content());
            }
            content.write(frame.content());
            if (frame.isLast() && (opcode == TEXT || opcode == CONTINUATION)) {
                return new Message(TEXT, content.toByteArray());
            }
        }
    }

    private int length() throws IOException {
        int length = in.readUnsignedByte();
        return switch (length) {
            case 126 -> in.readUnsignedShort();
            case 127 -> Math.toIntExact(in.readLong());
            default -> length;
        };
    }

    /** Answers a ping. */
    public void pong(Message ping) {
        pong(ping.content());
    }

    /** Says something like the answer to a ping. */
    void pong(byte[] content) {
        send(PONG, content);
    }

    /** Sends a text. */
    void text(byte[] content) {
        send(FINAL | TEXT, content);
    }

    /** Sends bytes that are no text. */
    void binary(byte[] content) {
        send(FINAL | BINARY, content);
    }

    /** Sends the beginning of a text of which more will follow. */
    void beginText(byte[] part) {
        send(TEXT, part);
    }

    /** Sends more of a text, of which still more will follow. */
    void continueText(byte[] part) {
        send(CONTINUATION, part);
    }

    /** Sends bytes as they are. */
    void sendRaw(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException ended) {
            // What the service has said before it ended the connection can still be read.
            return;
        }
    }

    /** A frame of at most 65,535 bytes. */
    private void send(int head, byte[] content) {
        byte[] noMask = new byte[4];
        ByteBuffer frame =
                ByteBuffer.allocate(4 + noMask.length + content.length).put((byte) head);
        if (content.length < TWO_BYTES_OF_LENGTH) {
            frame.put((byte) (MASKED | content.length));
        } else {
            frame.put((byte) (MASKED | TWO_BYTES_OF_LENGTH)).putShort((short) content.length);
        }
        frame.put(noMask).put(content).flip();
        try {
            socket.getOutputStream().write(frame.array(), 0, frame.limit());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String readHead() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        return head.toString();
    }

    /** Lets the service send as fast as it can from now on. */
    public void widenWindow() {
        try {
            socket.setReceiveBufferSize(WIDE_WINDOW_BYTES);
        } catch (IOException ended) {
            // What has come can be read as it is.
            return;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * A frame that the service has sent.
     *
     * @param head its first byte: whether it is the last of its message, three reserved bits, and the opcode
     */
    record Frame(int head, byte[] content) {

        boolean isLast() {
            return (head & FINAL) != 0;
        }
    }

    /** What the service has sent: a text, a ping, or its farewell. */
    public record Message(int opcode, byte[] content) {

        /** Whether it is a ping. */
        public boolean isPing() {
            return opcode == PING;
        }

        /** Whether it is a text. */
        public boolean isText() {
            return opcode == TEXT;
        }

        /** The code with which the service ends the connection; -1 when it does not. */
        public int closeCode() {
            return opcode == CLOSE ? ByteBuffer.wrap(content).getShort() : -1;
        }

        /** Why the service ends the connection; only for its farewell. */
        String closeReason() {
            return new String(content, 2, content.length - 2, StandardCharsets.UTF_8);
        }

        /** The content, read as UTF-8. */
        public String text() {
            return new String(content, StandardCharsets.UTF_8);
        }
    }
}
