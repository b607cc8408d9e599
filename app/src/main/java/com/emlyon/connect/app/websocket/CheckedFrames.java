package com.emlyon.connect.app.websocket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.tomcat.websocket.Constants;
import org.apache.tomcat.websocket.MessagePart;
import org.apache.tomcat.websocket.TransformationResult;
import org.apache.tomcat.websocket.WsIOException;
import org.jspecify.annotations.Nullable;

/**
 * Runs before Tomcat's own transformations of frames, and closes a connection with 1002 for errors that they accept: a
 * length with more bytes than it needs, and a reserved bit in a continuation frame (RFC 7692, 6.1). Tomcat would answer
 * the close codes 1012 to 1014, which IANA has registered since RFC 6455, with 1002; this class makes it echo them like
 * others.
 */
final class CheckedFrames extends ForwardingTransformation {

    private static final int FIRST_LATER_CODE = 1012;
    private static final int LAST_LATER_CODE = 1014;

    /** Shifts a code into the range of applications, which Tomcat echoes. */
    private static final int SHIFT = 3_000;

    private final FrameHeads heads;
    private final SharedTextParts sharedTexts;
    private long frame;
    private boolean shifted;

    /** @param compression null when the client and the service have not agreed on compression */
    CheckedFrames(@Nullable AgreedCompression compression, FrameHeads heads) {
        super(compression);
        this.heads = heads;
        this.sharedTexts = new SharedTextParts(compression != null);
    }

    /** Tomcat calls this once for each frame, with the first byte of its head. */
    @Override
    public boolean validateRsv(int rsv, byte opCode) {
        frame++;
        boolean markedContinuation = opCode == Constants.OPCODE_CONTINUATION && rsv != 0;
        return !markedContinuation && super.validateRsv(rsv, opCode);
    }

    /** Tomcat calls this after it has read the whole head of a frame. */
    @Override
    public TransformationResult getMoreData(byte opCode, boolean fin, int rsv, ByteBuffer content) throws IOException {
        if (heads.isOverlong(frame)) {
            throw new WsIOException(
                    new CloseReason(CloseCodes.PROTOCOL_ERROR, "The length of a frame has more bytes than it needs"));
        }
        TransformationResult result = super.getMoreData(opCode, fin, rsv, content);
        if (opCode == Constants.OPCODE_CLOSE && result == TransformationResult.END_OF_FRAME) {
            shiftLaterCode(content);
        }
        return result;
    }

    private void shiftLaterCode(ByteBuffer content) {
        if (content.position() >= Short.BYTES) {
            int code = Short.toUnsignedInt(content.getShort(0));
            if (code >= FIRST_LATER_CODE && code <= LAST_LATER_CODE) {
                content.putShort(0, (short) (code + SHIFT));
                shifted = true;
            }
        }
    }

    @Override
    public List<MessagePart> sendMessagePart(List<MessagePart> parts) throws IOException {
        if (shifted) {
            parts.stream()
                    .filter(part -> part.getOpCode() == Constants.OPCODE_CLOSE)
                    .map(MessagePart::getPayload)
                    .forEach(CheckedFrames::shiftBack);
        }
        return super.sendMessagePart(sharedTexts.asText(parts));
    }

    private static void shiftBack(ByteBuffer content) {
        if (content.remaining() >= Short.BYTES) {
            int code = Short.toUnsignedInt(content.getShort(content.position())) - SHIFT;
            if (code >= FIRST_LATER_CODE && code <= LAST_LATER_CODE) {
                content.putShort(content.position(), (short) code);
            }
        }
    }
}
