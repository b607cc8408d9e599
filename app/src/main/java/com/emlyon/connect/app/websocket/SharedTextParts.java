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
 * Makes of the parts of binary messages those of the texts that they are (see {@link SharedText}); the service sends no other binary
 * messages. Jakarta WebSocket takes a text as characters only, which Tomcat would encode for each client anew.
 */
final class SharedTextParts {

    private static final MethodHandle NEW_PART = newPart();

    private final boolean compressed;
    private boolean begun;

    /** @param compressed whether the texts are */
    SharedTextParts(boolean compressed) {
        this.compressed = compressed;
    }

    /** Tomcat's class is public, its constructor is not. */
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

    /** The same parts, as text where they were binary; only the first of a message is marked as compressed (RFC 7692, 6.1). */
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
