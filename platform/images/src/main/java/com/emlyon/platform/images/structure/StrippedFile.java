package com.emlyon.platform.images.structure;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A file reduced to what decoding needs, written part by part. */
public final class StrippedFile {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int shortestLength;
    private boolean completed;

    StrippedFile write(ByteBuffer part) {
        byte[] copy = new byte[part.remaining()];
        part.duplicate().get(copy);
        bytes.writeBytes(copy);
        return this;
    }

    StrippedFile write(StrippedFile part) {
        bytes.writeBytes(part.bytes.toByteArray());
        return this;
    }

    /** Writes single bytes: the lowest eight bits of each value. */
    StrippedFile write(int... values) {
        for (int value : values) {
            bytes.write(value);
        }
        return this;
    }

    StrippedFile write(String ascii) {
        bytes.writeBytes(ascii.getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    StrippedFile writeBigEndian(int value) {
        return write(value >>> 24, value >>> 16, value >>> 8, value);
    }

    StrippedFile writeLittleEndian(int value) {
        return write(value, value >>> 8, value >>> 16, value >>> 24);
    }

    /** Pads the file with zeros to at least this length, in bytes, when it is opened. */
    StrippedFile fillUpTo(int length) {
        shortestLength = length;
        return this;
    }

    /**
     * Marks that the file lacked its end, and that the end was added. Only the decoder can tell whether pixels are
     * missing.
     */
    StrippedFile completed() {
        completed = true;
        return this;
    }

    /** Whether the end of the file was missing, and was added. */
    public boolean isCompleted() {
        return completed;
    }

    /** All bytes that were written. */
    ByteBuffer bytes() {
        return ByteBuffer.wrap(bytes.toByteArray());
    }

    int length() {
        return bytes.size();
    }

    /** Opens the file for a decoder. */
    public ByteArrayImageInputStream open() {
        return new ByteArrayImageInputStream(Arrays.copyOf(bytes.toByteArray(), Math.max(length(), shortestLength)));
    }
}
