package com.emlyon.connect.app.avatar;

import java.nio.ByteBuffer;

/** Takes bits from bytes, each byte's lowest bit first. */
final class LeastBitFirst {

    private final ByteBuffer bytes;
    private long position;

    LeastBitFirst(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    int take(int count) {
        int value = 0;
        for (int i = 0; i < count; i++, position++) {
            int bit = bytes.get((int) (position >>> 3)) >>> (position & 7) & 1;
            value |= bit << i;
        }
        return value;
    }
}
