package com.emlyon.connect.app.avatar;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/** Writes lossless WebPs of one colour, bit by bit (RFC 9649, section 3), honest ones and others. */
final class LosslessWebp {

    private final BitSet bits = new BitSet();
    private int length;

    LosslessWebp(int width, int height) {
        put(0x2F, 8);
        put(width - 1, 14);
        put(height - 1, 14);
        put(0, 4);
    }

    LosslessWebp subtractGreen() {
        put(1, 1);
        put(2, 2);
        return this;
    }

    LosslessWebp predictor() {
        put(1, 1);
        put(0, 2);
        put(0, 3);
        put(0, 1);
        return oneColour(0, 0);
    }

    /** Ends the transforms and fills the picture with one colour. */
    LosslessWebp colour() {
        put(0, 1);
        put(0, 1);
        put(0, 1);
        return oneColour(90, 30);
    }

    /** Ends the transforms and claims that the pixels take their codes from as many groups as the last number tells. */
    LosslessWebp groups(int last) {
        put(0, 1);
        put(0, 1);
        put(1, 1);
        put(0, 3);
        put(0, 1);
        return oneColour(last & 0xFF, last >>> 8);
    }

    /** Five codes of one symbol each, so that the pixels themselves take no bit. */
    private LosslessWebp oneColour(int green, int red) {
        for (int symbol : new int[] {green, red, 120, 255, 0}) {
            put(0b101, 3);
            put(symbol, 8);
        }
        return this;
    }

    byte[] end() {
        byte[] stream = new byte[Math.ceilDiv(length, 16) * 2];
        byte[] written = bits.toByteArray();
        System.arraycopy(written, 0, stream, 0, written.length);
        return ByteBuffer.allocate(20 + stream.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(12 + stream.length)
                .put("WEBPVP8L".getBytes(StandardCharsets.US_ASCII))
                .putInt(stream.length)
                .put(stream)
                .array();
    }

    private void put(int value, int count) {
        for (int i = 0; i < count; i++, length++) {
            bits.set(length, (value >>> i & 1) == 1);
        }
    }
}
