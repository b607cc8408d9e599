package com.emlyon.connect.bench.feed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** One connected client, which reads frames and decodes nothing: it notes when a message was complete, and how it began. */
public final class Listener {

    /** The newest check-in is told first, so it is found here. */
    private static final int BEGINNING = 700;

    private static final int CONTINUATION = 0;
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final byte[] EMPTY_PONG = {(byte) 0x8A, (byte) 0x80, 0, 0, 0, 0};

    /** In the place of the number of a change. */
    private static final int NONE = -1;

    private final SocketChannel channel;
    private final Plan.Mode mode;
    private final Consumer<Listener> whenRead;
    private final byte[] beginning = new byte[BEGINNING];
    private final byte[] header = new byte[10];
    private int headerBytes;
    private int begun;
    private long payloadLeft;
    private boolean inPayload;
    private boolean last;
    private int opcode;

    private volatile long bytes;
    private int messages;
    private int latest = NONE;
    private boolean open = true;

    /**
     * Reads a channel that does not block.
     *
     * @param whenRead what is done when a message was read to its end
     */
    public Listener(SocketChannel channel, Plan.Mode mode, Consumer<Listener> whenRead) {
        this.channel = channel;
        this.mode = mode;
        this.whenRead = whenRead;
    }

    Plan.Mode mode() {
        return mode;
    }

    SocketChannel channel() {
        return channel;
    }

    /** Bytes that have come from the socket. */
    long bytes() {
        return bytes;
    }

    /** Whether it has not been told yet how things are. */
    boolean isNew() {
        return latest == NONE;
    }

    /** The number of the latest change that it was told; set by the crowd. */
    int latest() {
        return latest;
    }

    void setLatest(int change) {
        latest = change;
    }

    /** Messages that were complete, since it was asked last to begin anew. */
    int messages() {
        return messages;
    }

    void countAnew() {
        messages = 0;
    }

    boolean isOpen() {
        return open;
    }

    /** Reads what is there. */
    @SuppressWarnings("NonAtomicOperationOnVolatileField") // only one thread reads the channel
    public void read(ByteBuffer buffer) throws IOException {
        buffer.clear();
        int count = channel.read(buffer);
        if (count < 0) {
            end();
            return;
        }
        buffer.flip();
        bytes += count;
        take(buffer);
    }

    /** Takes bytes that have come. */
    public void take(ByteBuffer from) throws IOException {
        while (open && from.hasRemaining()) {
            if (inPayload) {
                takePayload(from);
            } else {
                takeHeader(from);
            }
        }
    }

    private void takeHeader(ByteBuffer from) throws IOException {
        header[headerBytes++] = from.get();
        if (headerBytes < 2) {
            return;
        }
        int length = header[1] & 0x7F;
        int needed = length < 126 ? 2 : length == 126 ? 4 : 10;
        if (headerBytes < needed) {
            return;
        }
        ByteBuffer read = ByteBuffer.wrap(header);
        payloadLeft = length < 126 ? length : length == 126 ? read.getShort(2) & 0xFFFF : read.getLong(2);
        last = header[0] < 0;
        opcode = header[0] & 0xF;
        headerBytes = 0;
        inPayload = true;
        if (opcode == TEXT) {
            begun = 0;
        }
        if (payloadLeft == 0) {
            endFrame();
        }
    }

    private void takePayload(ByteBuffer from) throws IOException {
        int count = (int) Math.min(payloadLeft, from.remaining());
        int wanted = opcode <= TEXT ? Math.min(count, BEGINNING - begun) : 0;
        from.get(from.position(), beginning, begun, wanted);
        begun += wanted;
        from.position(from.position() + count);
        payloadLeft -= count;
        if (payloadLeft == 0) {
            endFrame();
        }
    }

    private void endFrame() throws IOException {
        inPayload = false;
        switch (opcode) {
            case CONTINUATION, TEXT -> {
                if (last) {
                    messages++;
                    whenRead.accept(this);
                }
            }
            case PING -> channel.write(ByteBuffer.wrap(EMPTY_PONG));
            case CLOSE -> end();
            default -> throw new IOException("opcode " + opcode);
        }
    }

    private void end() throws IOException {
        open = false;
        channel.close();
    }

    /** The number behind a mark in the beginning of the message; -1 when there is none. */
    int numberBehind(byte[] mark) {
        return (int) numberBehind(mark, Crowd.DIGITS);
    }

    /** The same, of a number with so many digits. */
    public long numberBehind(byte[] mark, int digits) {
        for (int i = 0; i + mark.length + digits <= begun; i++) {
            if (isAt(mark, i)) {
                return Long.parseLong(new String(beginning, i + mark.length, digits, StandardCharsets.US_ASCII));
            }
        }
        return -1;
    }

    private boolean isAt(byte[] mark, int position) {
        for (int i = 0; i < mark.length; i++) {
            if (beginning[position + i] != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
