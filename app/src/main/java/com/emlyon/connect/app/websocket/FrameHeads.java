package com.emlyon.connect.app.websocket;

import java.nio.ByteBuffer;

/**
 * Parses the heads of frames in the incoming bytes, and notes the first frame whose length has more bytes than it needs
 * (RFC 6455, 5.2). Not thread-safe; one thread at a time reads a connection.
 */
final class FrameHeads {

    private static final int LENGTH_IN_TWO_BYTES = 126;
    private static final int LENGTH_IN_EIGHT_BYTES = 127;
    private static final int MASKED = 0x80;
    private static final int BYTES_OF_A_MASK = 4;
    private static final int MOST_BYTES_OF_A_HEAD = 14;
    private static final int BITS_OF_TWO_BYTES = 16;

    private final ByteBuffer head = ByteBuffer.allocate(MOST_BYTES_OF_A_HEAD);
    private long payloadToCome;
    private long frames;
    private long firstOverlong = Long.MAX_VALUE;

    /** Parses bytes, in the order in which they arrive. */
    void take(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            if (payloadToCome > 0) {
                int skipped = (int) Math.min(payloadToCome, bytes.remaining());
                bytes.position(bytes.position() + skipped);
                payloadToCome -= skipped;
            } else {
                takeOfHead(bytes.get());
            }
        }
    }

    /** Whether the frame of that number, counted from one, is the first with an overlong length. */
    boolean isOverlong(long frame) {
        return frame == firstOverlong;
    }

    private void takeOfHead(byte next) {
        head.put(next);
        if (head.position() < 2 || head.position() < bytesOfHead()) {
            return;
        }
        frames++;
        payloadToCome = payload();
        if (payloadToCome < leastPayload() && firstOverlong == Long.MAX_VALUE) {
            firstOverlong = frames;
        }
        head.clear();
    }

    private int shortLength() {
        return head.get(1) & ~MASKED & 0xFF;
    }

    private int bytesOfHead() {
        int mask = (head.get(1) & MASKED) == 0 ? 0 : BYTES_OF_A_MASK;
        return 2
                + mask
                + switch (shortLength()) {
                    case LENGTH_IN_TWO_BYTES -> Short.BYTES;
                    case LENGTH_IN_EIGHT_BYTES -> Long.BYTES;
                    default -> 0;
                };
    }

    /** May be negative, which is invalid; Tomcat closes such a connection. */
    private long payload() {
        return switch (shortLength()) {
            case LENGTH_IN_TWO_BYTES -> Short.toUnsignedLong(head.getShort(2));
            case LENGTH_IN_EIGHT_BYTES -> head.getLong(2);
            default -> shortLength();
        };
    }

    private long leastPayload() {
        return switch (shortLength()) {
            case LENGTH_IN_TWO_BYTES -> LENGTH_IN_TWO_BYTES;
            case LENGTH_IN_EIGHT_BYTES -> 1L << BITS_OF_TWO_BYTES;
            default -> 0;
        };
    }
}
