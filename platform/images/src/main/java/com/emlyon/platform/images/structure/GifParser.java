package com.emlyon.platform.images.structure;

import com.emlyon.platform.images.format.InputFormat;
import com.emlyon.platform.images.format.NotAPicture;
import com.emlyon.platform.images.pixels.ColourProfile;
import com.emlyon.platform.images.pixels.Orientation;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the blocks of a GIF (GIF89a specification). Of the extensions, it keeps only timing and the number of loops.
 */
final class GifParser {

    private static final int SIGNATURE_LENGTH = 6;
    private static final int EXTENSION = 0x21;
    private static final int FRAME = 0x2C;
    private static final int TRAILER = 0x3B;
    private static final int PLAIN_TEXT = 0x01;
    private static final int TIMING = 0xF9;
    private static final int APPLICATION = 0xFF;
    private static final int APPLICATION_NAME_LENGTH = 11;

    /**
     * Bounds the work of writing codes anew, because the size of the picture and the number of its frames are checked
     * only later.
     */
    private static final int MOST_RECODED_PIXELS = 10_000_000;

    private static final Set<String> LOOP_NAMES = Set.of("NETSCAPE2.0", "ANIMEXTS1.0");

    private final ByteBuffer input;
    private final StrippedFile frames = new StrippedFile();
    private @Nullable ByteBuffer timing;
    private int loops = -1;
    private int frameCount;
    private long largestArea;
    private long recodedPixels;

    GifParser(ByteBuffer input) {
        this.input = input.order(ByteOrder.LITTLE_ENDIAN);
    }

    ImageStructure parse() throws NotAPicture {
        input.position(SIGNATURE_LENGTH);
        int width = unsignedShort();
        int height = unsignedShort();
        skipColourTable(input.get(), 2);
        int headEnd = input.position();
        largestArea = area(width, height);
        // A missing trailer is accepted, as viewers do.
        for (int block = nextBlock(); block != TRAILER; block = nextBlock()) {
            switch (block) {
                case EXTENSION -> extension();
                case FRAME -> frame();
                default -> throw NotAPicture.broken("GIF block %02X is unknown".formatted(block));
            }
        }
        if (frameCount == 0) {
            throw NotAPicture.broken("a GIF without a frame");
        }
        return new ImageStructure(
                InputFormat.GIF,
                width,
                height,
                frameCount,
                largestArea * ImageStructure.BYTES_PER_PIXEL,
                Orientation.UPRIGHT,
                ColourProfile.SRGB,
                false,
                stripped(headEnd));
    }

    private void extension() {
        int label = unsignedByte();
        switch (label) {
            case TIMING -> timing = slice(unsignedByte());
            case APPLICATION -> application(slice(unsignedByte()));
            // The timing before a text block belongs to the text, which no viewer shows.
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
        int start = input.position() - 1;
        input.position(input.position() + 4);
        int pixels = Math.toIntExact(Math.min(area(unsignedShort(), unsignedShort()), Integer.MAX_VALUE));
        largestArea = Math.max(largestArea, pixels);
        frameCount++;
        skipColourTable(input.get(), 0);
        int dataAt = input.position();
        int codeSize = unsignedByte();
        StrippedFile codes = new StrippedFile();
        boolean cutOff = !subBlocks(codes);
        if (timing != null && timing.limit() == 4) {
            frames.write(EXTENSION, TIMING, 4).write(timing).write(0);
        }
        timing = null;
        frames.write(input.slice(start, dataAt - start));
        if (cutOff || codeSize > GifLzw.LARGEST_CODE_SIZE) {
            // Even a small frame needs a code table.
            recodedPixels += (long) pixels + GifLzw.CODES;
            if (recodedPixels > MOST_RECODED_PIXELS) {
                throw NotAPicture.tooLarge("a GIF that is too large to be mended");
            }
            frames.write(GifLzw.encoded(GifLzw.pixels(codes.bytes(), codeSize, pixels)));
        } else {
            frames.write(input.slice(dataAt, input.position() - dataAt));
        }
    }

    /** Collects the data of sub-blocks, and returns whether their terminator is there. */
    private boolean subBlocks(StrippedFile data) {
        while (input.hasRemaining()) {
            int length = unsignedByte();
            if (length == 0) {
                return true;
            }
            data.write(slice(Math.min(length, input.remaining())));
        }
        return false;
    }

    private int nextBlock() {
        return input.hasRemaining() ? unsignedByte() : TRAILER;
    }

    private StrippedFile stripped(int headEnd) {
        StrippedFile stripped = new StrippedFile();
        stripped.write("GIF89a").write(input.slice(SIGNATURE_LENGTH, headEnd - SIGNATURE_LENGTH));
        if (loops >= 0) {
            stripped.write(EXTENSION, APPLICATION, APPLICATION_NAME_LENGTH)
                    .write("NETSCAPE2.0")
                    .write(3, 1, loops, loops >>> 8, 0);
        }
        return stripped.write(frames).write(TRAILER);
    }

    private static long area(int width, int height) throws NotAPicture {
        if (width == 0 || height == 0) {
            throw NotAPicture.broken("a GIF of %d x %d pixels".formatted(width, height));
        }
        return (long) width * height;
    }

    private void skipColourTable(int flags, int bytesBetween) {
        int colours = (flags & 0x80) == 0 ? 0 : 2 << (flags & 0x07);
        input.position(input.position() + bytesBetween + 3 * colours);
    }

    private void skipSubBlocks() {
        for (int length = unsignedByte(); length != 0; length = unsignedByte()) {
            input.position(input.position() + length);
        }
    }

    private ByteBuffer slice(int length) {
        ByteBuffer slice = input.slice(input.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        input.position(input.position() + length);
        return slice;
    }

    private int unsignedByte() {
        return Byte.toUnsignedInt(input.get());
    }

    private int unsignedShort() {
        return Short.toUnsignedInt(input.getShort());
    }
}
