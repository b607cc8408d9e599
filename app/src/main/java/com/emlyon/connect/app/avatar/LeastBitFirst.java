package com.emlyon.connect.app.avatar;

import java.nio.ByteBuffer;

/** Takes bits from bytes, each byte's lowest bit first. */
final class LeastBitFirst {

    private final ByteBuffer bytes;
    private long position;

    LeastBitFirst(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** Takes at most 32 bits. */
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

    /** How many bits have been taken, or passed over. */
    long position() {
        return position;
    }

    void position(long bit) {
        position = bit;
    }
}
