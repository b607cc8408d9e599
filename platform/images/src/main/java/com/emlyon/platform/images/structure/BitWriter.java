package com.emlyon.platform.images.structure;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Writes bits into bytes, the lowest bit of each byte first, as {@link BitReader} reads them. */
final class BitWriter {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int pending;
    private int pendingBits;

    /** Writes the lowest bits of a value, at most 24. */
    BitWriter put(int value, int count) {
        pending |= (value & (1 << count) - 1) << pendingBits;
        pendingBits += count;
        while (pendingBits >= Byte.SIZE) {
            bytes.write(pending);
            pending >>>= Byte.SIZE;
            pendingBits -= Byte.SIZE;
        }
        return this;
    }

    /** Copies bits from a reader, up to a position. */
    BitWriter copy(BitReader from, long end) {
        while (from.position() < end) {
            int count = (int) Math.min(Short.SIZE, end - from.position());
            put(from.take(count), count);
        }
        return this;
    }

    /** Returns the bytes that were written; the last byte is filled up with zeros. */
    ByteBuffer end() {
        return ByteBuffer.wrap(put(0, Byte.SIZE - 1).bytes.toByteArray());
    }
}
