package com.emlyon.connect.app.avatar;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Puts bits into bytes, each byte's lowest bit first, as {@link LeastBitFirst} takes them. */
final class LeastBitFirstWriter {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int pending;
    private int pendingBits;

    /** Writes the lowest bits of a value, at most 24. */
    LeastBitFirstWriter put(int value, int count) {
        pending |= (value & (1 << count) - 1) << pendingBits;
        pendingBits += count;
        while (pendingBits >= Byte.SIZE) {
            bytes.write(pending);
            pending >>>= Byte.SIZE;
            pendingBits -= Byte.SIZE;
        }
        return this;
    }

    /** Writes what is to be read up to a position. */
    LeastBitFirstWriter copy(LeastBitFirst from, long end) {
        while (from.position() < end) {
            int count = (int) Math.min(Short.SIZE, end - from.position());
            put(from.take(count), count);
        }
        return this;
    }

    /** All that was written, the last byte filled up with zeros. */
    ByteBuffer end() {
        return ByteBuffer.wrap(put(0, Byte.SIZE - 1).bytes.toByteArray());
    }
}
