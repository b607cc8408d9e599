package com.emlyon.connect.app.avatar;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks the blocks of a GIF (GIF89a specification); of the extensions it keeps timing and the number of loops. */
final class GifEnvelope {

    private static final int SIGNATURE_LENGTH = 6;
    private static final int EXTENSION = 0x21;
    private static final int FRAME = 0x2C;
    private static final int TRAILER = 0x3B;
    private static final int PLAIN_TEXT = 0x01;
    private static final int TIMING = 0xF9;
    private static final int APPLICATION = 0xFF;
    private static final int APPLICATION_NAME_LENGTH = 11;
    private static final Set<String> LOOP_NAMES = Set.of("NETSCAPE2.0", "ANIMEXTS1.0");

    private final ByteBuffer upload;
    private final PlainFile frames = new PlainFile();
    private @Nullable ByteBuffer timing;
    private int loops = -1;
    private int frameCount;
    private long largestArea;

    GifEnvelope(ByteBuffer upload) {
        this.upload = upload.order(ByteOrder.LITTLE_ENDIAN);
    }

    Envelope open() throws NotAPicture {
        upload.position(SIGNATURE_LENGTH);
        int width = unsignedShort();
        int height = unsignedShort();
        skipColourTable(upload.get(), 2);
        int headEnd = upload.position();
        largestArea = area(width, height);
        for (int block = unsignedByte(); block != TRAILER; block = unsignedByte()) {
            switch (block) {
                case EXTENSION -> extension();
                case FRAME -> frame();
                default -> throw NotAPicture.broken("GIF block %02X is unknown".formatted(block));
            }
        }
        if (frameCount == 0) {
            throw NotAPicture.broken("a GIF without a frame");
        }
        return new Envelope(
                UploadFormat.GIF,
                width,
                height,
                frameCount,
                largestArea * StudioLimits.BYTES_PER_PIXEL,
                Orientation.UPRIGHT,
                plain(headEnd));
    }

    private void extension() {
        int label = unsignedByte();
        switch (label) {
            case TIMING -> timing = slice(unsignedByte());
            case APPLICATION -> application(slice(unsignedByte()));
            // The timing in front of a text belongs to the text, which no viewer shows.
            case PLAIN_TEXT -> timing = null;
            default -> {}
        }
        skipSubBlocks();
    }

    private void application(ByteBuffer name) {
        if (name.limit() == APPLICATION_NAME_LENGTH
                && LOOP_NAMES.contains(StandardCharsets.ISO_8859_1.decode(name).toString())) {
            ByteBuffer data = slice(unsignedByte());
            if (data.limit() == 3 && data.get(0) == 1) {
                loops = Short.toUnsignedInt(data.getShort(1));
            }
        }
    }

    private void frame() throws NotAPicture {
        int start = upload.position() - 1;
        upload.position(upload.position() + 4);
        largestArea = Math.max(largestArea, area(unsignedShort(), unsignedShort()));
        frameCount++;
        skipColourTable(upload.get(), 0);
        upload.get();
        skipSubBlocks();
        if (timing != null && timing.limit() == 4) {
            frames.write(EXTENSION, TIMING, 4).write(timing).write(0);
        }
        timing = null;
        frames.write(upload.slice(start, upload.position() - start));
    }

    private PlainFile plain(int headEnd) {
        PlainFile plain = new PlainFile();
        plain.write("GIF89a").write(upload.slice(SIGNATURE_LENGTH, headEnd - SIGNATURE_LENGTH));
        if (loops >= 0) {
            plain.write(EXTENSION, APPLICATION, APPLICATION_NAME_LENGTH)
                    .write("NETSCAPE2.0")
                    .write(3, 1, loops, loops >>> 8, 0);
        }
        return plain.write(frames).write(TRAILER);
    }

    private static long area(int width, int height) throws NotAPicture {
        if (width == 0 || height == 0) {
            throw NotAPicture.broken("a GIF of %d x %d pixels".formatted(width, height));
        }
        return (long) width * height;
    }

    private void skipColourTable(int flags, int bytesBetween) {
        int colours = (flags & 0x80) == 0 ? 0 : 2 << (flags & 0x07);
        upload.position(upload.position() + bytesBetween + 3 * colours);
    }

    private void skipSubBlocks() {
        for (int length = unsignedByte(); length != 0; length = unsignedByte()) {
            upload.position(upload.position() + length);
        }
    }

    private ByteBuffer slice(int length) {
        ByteBuffer slice = upload.slice(upload.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        upload.position(upload.position() + length);
        return slice;
    }

    private int unsignedByte() {
        return Byte.toUnsignedInt(upload.get());
    }

    private int unsignedShort() {
        return Short.toUnsignedInt(upload.getShort());
    }
}
