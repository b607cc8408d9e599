package com.emlyon.connect.app.websocket;

import jakarta.websocket.SendHandler;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.tomcat.websocket.Constants;
import org.apache.tomcat.websocket.MessagePart;

/**
 * Turns the parts of binary messages into parts of text messages (see {@link SharedText}); the service sends no other
 * binary messages. Jakarta WebSocket accepts a text only as characters, which Tomcat would encode again for each
 * client.
 */
final class SharedTextParts {

    private static final MethodHandle NEW_PART = newPart();

    private final boolean compressed;
    private boolean begun;

    /** @param compressed whether the messages are compressed */
    SharedTextParts(boolean compressed) {
        this.compressed = compressed;
    }

    /** Needs reflection: Tomcat's class is public, but its constructor is not. */
    private static MethodHandle newPart() {
        try {
            return MethodHandles.privateLookupIn(MessagePart.class, MethodHandles.lookup())
                    .findConstructor(
                            MessagePart.class,
                            MethodType.methodType(
                                    void.class,
                                    boolean.class,
                                    int.class,
                                    byte.class,
                                    ByteBuffer.class,
                                    SendHandler.class,
                                    SendHandler.class,
                                    boolean.class,
                                    long.class));
        } catch (ReflectiveOperationException otherTomcat) {
            throw new ExceptionInInitializerError(otherTomcat);
        }
    }

    /**
     * The same parts, with text instead of binary ones; only the first part of a message is marked as compressed (RFC
     * 7692, 6.1).
     */
    List<MessagePart> asText(List<MessagePart> parts) {
        return parts.stream()
                .map(part -> part.getOpCode() == Constants.OPCODE_BINARY ? asText(part) : part)
                .toList();
    }

    private MessagePart asText(MessagePart part) {
        int rsv = compressed && !begun ? AgreedCompression.MARK : 0;
        begun = !part.isFin();
        try {
            return (MessagePart) NEW_PART.invokeExact(
                    part.isFin(),
                    rsv,
                    Constants.OPCODE_TEXT,
                    part.getPayload(),
                    part.getIntermediateHandler(),
                    part.getEndHandler(),
                    part.isBlocking(),
                    part.getWriteTimeoutExpiry());
        } catch (Throwable neverThrown) {
            throw new IllegalStateException("Tomcat's constructor keeps what it is given", neverThrown);
        }
    }
}
