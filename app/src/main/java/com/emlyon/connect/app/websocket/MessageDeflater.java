package com.emlyon.connect.app.websocket;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.Deflater;

/**
 * Compresses messages for permessage-deflate (RFC 7692, 7.2.1), each independently of the others: a client that has
 * agreed on {@code server_no_context_takeover} can read it, whatever it was sent before.
 */
final class MessageDeflater {

    /** One is enough, as each message is compressed once; it takes a quarter of a megabyte outside the heap. */
    static final MessageDeflater SHARED = new MessageDeflater();

    /** Lists become five times smaller, at a fifth of the time that the best compression takes. */
    private static final int LEVEL = 3;

    /** The end of a flushed block, 00 00 FF FF, is not sent. */
    private static final int BYTES_OF_THE_END = 4;

    private static final int PORTION = 16 * 1024;

    private final Deflater deflater = new Deflater(LEVEL, true);
    private final byte[] portion = new byte[PORTION];

    private MessageDeflater() {}

    synchronized byte[] deflate(byte[] message) {
        deflater.reset();
        deflater.setInput(message);
        ByteArrayOutputStream result = new ByteArrayOutputStream(message.length / 4 + BYTES_OF_THE_END);
        int size;
        do {
            size = deflater.deflate(portion, 0, portion.length, Deflater.SYNC_FLUSH);
            result.write(portion, 0, size);
        } while (size == portion.length);
        byte[] flushed = result.toByteArray();
        return Arrays.copyOf(flushed, flushed.length - BYTES_OF_THE_END);
    }
}
