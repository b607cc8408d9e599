package com.emlyon.platform.images.structure;

import java.nio.ByteBuffer;

/** Reads bits from bytes, the lowest bit of each byte first. */
final class BitReader {

    private final ByteBuffer bytes;
    private long position;

    BitReader(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** Reads at most 32 bits. */
    int take(int count) {
        int value = 0;
        int taken = 0;
        while (taken < count) {
            int offset = (int) (position & 7);
            int step = Math.min(Byte.SIZE - offset, count - taken);
            int part = Byte.toUnsignedInt(bytes.get((int) (position >>> 3))) >>> offset & (1 << step) - 1;
            value |= part << taken;
            taken += step;
            position += step;
        }
        return value;
    }

    /** How many bits have been read or skipped. */
    long position() {
        return position;
    }

    void position(long bit) {
        position = bit;
    }
}
