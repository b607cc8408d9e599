package com.emlyon.platform.images.structure;

import com.emlyon.platform.images.format.NotAPicture;
import java.nio.ByteBuffer;

/**
 * The header of a PNG (W3C PNG specification, section 11.2.1).
 *
 * @param methods of compression, filtering and interlacing, in three bytes
 */
record PngHeader(int width, int height, int bitDepth, int colourType, int methods) {

    static final int GREY = 0;
    static final int RGB = 2;
    static final int INDEXED = 3;

    static PngHeader read(ByteBuffer body) throws NotAPicture {
        // Read with the byte in front of the methods, which is then removed.
        int methods = body.getInt(9) & 0xFFFFFF;
        PngHeader header = new PngHeader(body.getInt(0), body.getInt(4), body.get(8), body.get(9), methods);
        if (header.width <= 0 || header.height <= 0 || header.bitDepth <= 0 || header.bitDepth > 16) {
            throw NotAPicture.broken(
                    "a PNG of %d x %d pixels, %d bits".formatted(header.width, header.height, header.bitDepth));
        }
        if (header.colourType < GREY || header.colourType > 6 || header.channels() == 0) {
            throw NotAPicture.broken("a PNG of colour type " + header.colourType);
        }
        return header;
    }

    int bytesPerPixel() {
        return Math.ceilDiv(bitDepth * channels(), Byte.SIZE);
    }

    PngHeader indexed() {
        return new PngHeader(width, height, bitDepth, INDEXED, methods);
    }

    ByteBuffer body() {
        return ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) bitDepth)
                .putInt(colourType << 24 | methods)
                .flip();
    }

    private int channels() {
        return switch (colourType) {
            case GREY, INDEXED -> 1;
            case RGB -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 0;
        };
    }
}
