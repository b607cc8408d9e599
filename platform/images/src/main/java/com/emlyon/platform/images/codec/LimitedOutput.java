package com.emlyon.platform.images.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Collects bytes up to a limit, and throws beyond it. */
final class LimitedOutput extends OutputStream {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final long limit;
    private boolean overflowed;

    LimitedOutput(long limit) {
        this.limit = limit;
    }

    @Override
    public void write(int b) throws IOException {
        makeRoom(1);
        bytes.write(b);
    }

    @Override
    public void write(byte[] b, int offset, int length) throws IOException {
        makeRoom(length);
        bytes.write(b, offset, length);
    }

    boolean overflowed() {
        return overflowed;
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }

    private void makeRoom(int length) throws IOException {
        if (bytes.size() + (long) length > limit) {
            overflowed = true;
            throw new IOException("more than " + limit + " bytes");
        }
    }
}
