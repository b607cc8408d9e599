package com.emlyon.platform.images.structure;

import com.emlyon.platform.images.format.InputFormat;
import com.emlyon.platform.images.format.NotAPicture;
import com.emlyon.platform.images.pixels.ColourProfile;
import com.emlyon.platform.images.pixels.Orientation;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Reads the chunks of a PNG (W3C PNG specification, section 5). */
final class PngParser {

    private static final int SIGNATURE_LENGTH = 8;
    private static final int CHUNK_HEAD_LENGTH = 8;
    private static final int CHECKSUM_LENGTH = 4;
    private static final int HEADER = 0x49484452;
    private static final int PALETTE = 0x504C5445;
    private static final int TRANSPARENCY = 0x74524E53;
    private static final int DATA = 0x49444154;
    private static final int PROFILE = 0x69434350;
    private static final int EXIF = 0x65584966;
    private static final int END = 0x49454E44;

    private final ByteBuffer input;
    private final StrippedFile stripped = new StrippedFile();
    private @Nullable ByteBuffer palette;
    private @Nullable ByteBuffer transparency;
    private boolean hasData;
    private @Nullable ByteBuffer profile;
    private Orientation orientation = Orientation.UPRIGHT;

    PngParser(ByteBuffer input) {
        this.input = input;
    }

    ImageStructure parse() throws NotAPicture {
        input.position(SIGNATURE_LENGTH);
        stripped.write(input.slice(0, SIGNATURE_LENGTH));
        PngHeader header = header();
        // The picture may be complete even without its last chunk. The decoder reads all pixels, and fails when some
        // are missing.
        for (int type = HEADER; type != END && input.remaining() >= CHUNK_HEAD_LENGTH; ) {
            type = chunk(header);
        }
        if (!hasData) {
            throw NotAPicture.broken("a PNG without picture data");
        }
        write(END, ByteBuffer.allocate(0));
        return new ImageStructure(
                InputFormat.PNG,
                header.width(),
                header.height(),
                1,
                ImageStructure.decodedBytes(header.width(), header.height(), header.bytesPerPixel()),
                orientation,
                profile == null ? ColourProfile.SRGB : ColourProfile.ofPngChunk(profile),
                false,
                stripped);
    }

    private PngHeader header() throws NotAPicture {
        int length = input.getInt();
        if (input.getInt() != HEADER) {
            throw NotAPicture.broken("a PNG without a header");
        }
        return PngHeader.read(checked(length));
    }

    private int chunk(PngHeader header) throws NotAPicture {
        int length = input.getInt();
        int type = input.getInt();
        int left = input.remaining() - CHECKSUM_LENGTH;
        if (length > left) {
            if (type == DATA) {
                data(header, input.slice(input.position(), Math.min(length, input.remaining())));
            }
            return END;
        }
        switch (type) {
            case HEADER -> throw NotAPicture.broken("a PNG of two headers");
            case PALETTE -> palette = checked(length);
            case TRANSPARENCY -> transparency = checked(length);
            case DATA -> data(header, checked(length));
            case PROFILE -> profile(passed(length));
            case EXIF -> orientation = Orientation.ofExif(passed(length));
            default -> passed(length);
        }
        return type;
    }

    /** Keeps the first profile only. Viewers ignore further ones, and each of thousands could unpack to a megabyte. */
    private void profile(ByteBuffer chunk) {
        if (profile == null) {
            profile = chunk;
        }
    }

    private void data(PngHeader header, ByteBuffer data) {
        if (!hasData) {
            hasData = true;
            head(header);
        }
        write(DATA, data);
    }

    private void head(PngHeader header) {
        ByteBuffer colours = palette;
        ByteBuffer transparent = transparency;
        boolean fewGreys = header.colourType() == PngHeader.GREY && header.bitDepth() <= Byte.SIZE;
        if (transparent != null && fewGreys) {
            greyAsPalette(header, transparent.getShort(0));
            return;
        }
        write(HEADER, header.body());
        if (colours != null && header.colourType() == PngHeader.INDEXED) {
            write(PALETTE, colours);
        }
        if (transparent != null) {
            write(TRANSPARENCY, transparent);
        }
    }

    /**
     * Writes a grey picture as one with a palette. The decoder compares the transparent grey with greys that it has
     * scaled to eight bits, and so does not find it.
     */
    private void greyAsPalette(PngHeader header, int transparentGrey) {
        int colours = 1 << header.bitDepth();
        ByteBuffer greys = ByteBuffer.allocate(3 * colours);
        ByteBuffer alphas = ByteBuffer.allocate(colours);
        for (int i = 0; i < colours; i++) {
            byte grey = (byte) (i * 0xFF / (colours - 1));
            greys.put(grey).put(grey).put(grey);
            alphas.put((byte) (i == (transparentGrey & colours - 1) ? 0 : 0xFF));
        }
        write(HEADER, header.indexed().body());
        write(PALETTE, greys.flip());
        write(TRANSPARENCY, alphas.flip());
    }

    private ByteBuffer passed(int length) {
        ByteBuffer body = input.slice(input.position(), length);
        input.position(input.position() + length + CHECKSUM_LENGTH);
        return body;
    }

    private ByteBuffer checked(int length) throws NotAPicture {
        CRC32 crc = new CRC32();
        crc.update(input.slice(input.position() - Integer.BYTES, length + Integer.BYTES));
        ByteBuffer body = passed(length);
        if ((int) crc.getValue() != input.getInt(input.position() - CHECKSUM_LENGTH)) {
            throw NotAPicture.broken("a damaged PNG chunk");
        }
        return body;
    }

    private void write(int type, ByteBuffer body) {
        CRC32 crc = new CRC32();
        byte[] name = {(byte) (type >>> 24), (byte) (type >>> 16), (byte) (type >>> 8), (byte) type};
        crc.update(name);
        crc.update(body.duplicate());
        stripped.writeBigEndian(body.remaining())
                .writeBigEndian(type)
                .write(body)
                .writeBigEndian((int) crc.getValue());
    }
}
