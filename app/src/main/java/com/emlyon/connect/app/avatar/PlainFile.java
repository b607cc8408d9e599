package com.emlyon.connect.app.avatar;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An upload reduced to what decoding needs, written part by part. */
final class PlainFile {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int shortestLength;
    private boolean completed;

    PlainFile write(ByteBuffer part) {
        byte[] copy = new byte[part.remaining()];
        part.duplicate().get(copy);
        bytes.writeBytes(copy);
        return this;
    }

    PlainFile write(PlainFile part) {
        bytes.writeBytes(part.bytes.toByteArray());
        return this;
    }

    /** Writes single bytes: the lowest eight bits of each value. */
    PlainFile write(int... values) {
        for (int value : values) {
            bytes.write(value);
        }
        return this;
    }

    PlainFile write(String ascii) {
        bytes.writeBytes(ascii.getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    PlainFile writeBigEndian(int value) {
        return write(value >>> 24, value >>> 16, value >>> 8, value);
    }

    PlainFile writeLittleEndian(int value) {
        return write(value, value >>> 8, value >>> 16, value >>> 24);
    }

    /** Pads the file with zeros to at least this length, in bytes, when it is opened. */
    PlainFile fillUpTo(int length) {
        shortestLength = length;
        return this;
    }

    /**
     * Marks that the upload lacked its end, and that the end was added. Only the decoder can tell whether pixels are
     * missing.
     */
    PlainFile completed() {
        completed = true;
        return this;
    }

    boolean isCompleted() {
        return completed;
    }

    /** All bytes that were written. */
    ByteBuffer bytes() {
        return ByteBuffer.wrap(bytes.toByteArray());
    }

    int length() {
        return bytes.size();
    }

    ByteArrayImageInputStream open() {
        return new ByteArrayImageInputStream(Arrays.copyOf(bytes.toByteArray(), Math.max(length(), shortestLength)));
    }
}
