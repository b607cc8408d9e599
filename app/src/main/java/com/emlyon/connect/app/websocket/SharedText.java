package com.emlyon.connect.app.websocket;

import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;

/**
 * A text message for many clients: encoded once, and compressed once for those who have agreed on compression. It goes through the API of
 * WebSocket as a binary message, since that takes bytes; {@link SharedTextParts} makes it the text that it is.
 */
public final class SharedText {

    /** A client has the time of {@code connect.feed.longest-send} for each portion. */
    private static final int PORTION = 64 * 1024 - 1;

    /** Fits, with the heads of the frames, into the buffer of 2 KiB in which Tomcat gathers them. */
    private static final int MOST_BYTES_TOGETHER = 2_000;

    private final byte[] utf8;
    private final SingletonSupplier<byte[]> compressed;

    private SharedText(byte[] utf8) {
        this.utf8 = utf8;
        this.compressed = SingletonSupplier.of(() -> MessageDeflater.SHARED.deflate(utf8));
    }

    /** With this text. */
    public static SharedText of(String text) {
        return new SharedText(text.getBytes(StandardCharsets.UTF_8));
    }

    /** With this text in UTF-8; the array is not copied, and must not change any more. */
    public static SharedText ofUtf8(byte[] text) {
        return new SharedText(text);
    }

    /** With the text that these parts are together, in UTF-8. */
    public static SharedText joining(ByteBuffer... parts) {
        ByteBuffer whole = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(ByteBuffer::remaining).sum());
        Arrays.stream(parts).map(ByteBuffer::duplicate).forEach(whole::put);
        return new SharedText(whole.array());
    }

    /** The text, decoded anew by each call. */
    public String text() {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    /** Of the text in UTF-8, in bytes. */
    public int size() {
        return utf8.length;
    }

    /**
     * Sends it, and waits until the operating system has taken it.
     *
     * @throws IOException when the connection has ended, or has not taken a portion in time
     */
    public void sendTo(WebSocketSession session) throws IOException {
        byte[] bytes = isCompressed(session) ? compressed.obtain() : utf8;
        for (int start = 0; start < bytes.length; start += PORTION) {
            int size = Math.min(PORTION, bytes.length - start);
            session.sendMessage(
                    new BinaryMessage(ByteBuffer.wrap(bytes, start, size).slice(), start + size == bytes.length));
        }
    }

    /**
     * Sends them in order; short ones with one call of the operating system for all of them.
     *
     * @throws IOException when the connection has ended, or has not taken a portion in time
     */
    public static void sendAll(List<SharedText> texts, WebSocketSession session) throws IOException {
        if (texts.size() > 1
                && texts.stream().mapToLong(SharedText::size).sum() <= MOST_BYTES_TOGETHER
                && session instanceof NativeWebSocketSession wrapper
                && wrapper.getNativeSession() instanceof Session connection) {
            connection.getBasicRemote().setBatchingAllowed(true);
            try {
                sendEach(texts, session);
            } finally {
                // Tomcat sends what it has gathered.
                connection.getBasicRemote().setBatchingAllowed(false);
            }
        } else {
            sendEach(texts, session);
        }
    }

    private static void sendEach(List<SharedText> texts, WebSocketSession session) throws IOException {
        for (SharedText text : texts) {
            text.sendTo(session);
        }
    }

    private static boolean isCompressed(WebSocketSession session) {
        return session.getExtensions().stream()
                .anyMatch(extension -> ExtensionOffers.COMPRESSION.equals(extension.getName()));
    }
}
