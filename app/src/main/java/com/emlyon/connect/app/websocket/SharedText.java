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
 * A text message for many clients: encoded once, and compressed once for those that have agreed on compression. It
 * passes through the WebSocket API as a binary message, since only that accepts bytes; {@link SharedTextParts} turns it
 * into a text message again.
 */
public final class SharedText {

    /** Each portion has to be sent within {@code connect.feed.longest-send}. */
    private static final int PORTION = 64 * 1024 - 1;

    /** Fits, with the heads of the frames, into the buffer of 2 KiB in which Tomcat batches them. */
    private static final int MOST_BYTES_TOGETHER = 2_000;

    private final byte[] utf8;
    private final SingletonSupplier<byte[]> compressed;

    private SharedText(byte[] utf8) {
        this.utf8 = utf8;
        this.compressed = SingletonSupplier.of(() -> MessageDeflater.SHARED.deflate(utf8));
    }

    /** A message with this text. */
    public static SharedText of(String text) {
        return new SharedText(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A message with this text in UTF-8; the array is not copied, and must not be modified afterwards. */
    public static SharedText ofUtf8(byte[] text) {
        return new SharedText(text);
    }

    /** A message with the concatenation of these parts, in UTF-8. */
    public static SharedText joining(ByteBuffer... parts) {
        ByteBuffer whole = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(ByteBuffer::remaining).sum());
        Arrays.stream(parts).map(ByteBuffer::duplicate).forEach(whole::put);
        return new SharedText(whole.array());
    }

    /** The text; each call decodes it. */
    public String text() {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    /** The length of the text in UTF-8, in bytes. */
    public int size() {
        return utf8.length;
    }

    /**
     * Sends the message, and waits until the operating system has accepted it.
     *
     * @throws IOException when the connection has ended, or a portion was not accepted in time
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
     * Sends messages in order; short ones with a single system call.
     *
     * @throws IOException when the connection has ended, or a portion was not accepted in time
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
                // Tomcat sends the batch now.
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
