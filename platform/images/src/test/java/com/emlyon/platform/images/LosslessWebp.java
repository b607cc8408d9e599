package com.emlyon.platform.images;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/** Writes lossless WebPs of one colour, bit by bit (RFC 9649, section 3), honest ones and others. */
final class LosslessWebp {

    private final BitSet bits = new BitSet();
    private int length;

    LosslessWebp(int width, int height) {
        this(width, height, false);
    }

    LosslessWebp(int width, int height, boolean hasAlpha) {
        put(0x2F, 8);
        put(width - 1, 14);
        put(height - 1, 14);
        put(hasAlpha ? 1 : 0, 1);
        put(0, 3);
    }

    /** A palette of three colours, all of them (204, 0, 0, 5), in which four indices of two bits are packed into a pixel. */
    LosslessWebp threeTimesTheSameColour() {
        put(1, 1);
        put(3, 2);
        put(3 - 1, 8);
        put(0, 1);
        one(0);
        two(0, 204);
        one(0);
        two(0, 5);
        one(0);
        // The first colour, and twice no difference to it: a bit for red, and one for alpha.
        put(0b000011, 6);
        return this;
    }

    /** Ends the transforms, and fills the picture with two kinds of pixels by turns, told by their green. */
    LosslessWebp byTurns(int first, int second, int pixels) {
        put(0, 1);
        put(0, 1);
        put(0, 1);
        two(first, second);
        one(0);
        one(0);
        one(0);
        one(0);
        for (int i = 0; i < pixels; i++) {
            put(i % 2, 1);
        }
        return this;
    }

    /** Ends the transforms and fills the picture with transparent black. */
    LosslessWebp transparent() {
        put(0, 1);
        put(0, 1);
        put(0, 1);
        for (int channel = 0; channel < 5; channel++) {
            one(0);
        }
        return this;
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
            one(symbol);
        }
        return this;
    }

    /** A code of one symbol, which takes no bit. */
    private void one(int symbol) {
        put(0b101, 3);
        put(symbol, 8);
    }

    /** A code of two symbols, which takes a bit. */
    private void two(int first, int second) {
        put(0b111, 3);
        put(first, 8);
        put(second, 8);
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
