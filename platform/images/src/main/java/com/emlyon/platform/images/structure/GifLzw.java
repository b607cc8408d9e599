package com.emlyon.platform.images.structure;

import com.emlyon.platform.images.format.NotAPicture;
import java.nio.ByteBuffer;

/** Decodes and encodes the pixels of a GIF frame as LZW codes (GIF89a specification, appendix F). */
final class GifLzw {

    /** The largest code size, in bits, that ImageIO's decoder reads, as no palette has more colours. */
    static final int LARGEST_CODE_SIZE = 8;

    private static final int LONGEST_CODE = 12;

    /** The size of the code table of a frame. */
    static final int CODES = 1 << LONGEST_CODE;

    private static final int NONE = -1;

    private final int[] prefixes = new int[CODES];
    private final byte[] lastPixels = new byte[CODES];
    private final int[] lengths = new int[CODES];

    private GifLzw() {}

    /**
     * Decodes a frame. Codes beyond its last pixel are ignored.
     *
     * @throws NotAPicture if the codes hold fewer pixels, or are damaged
     */
    static byte[] pixels(ByteBuffer codes, int codeSize, int count) throws NotAPicture {
        if (codeSize < 1 || codeSize >= LONGEST_CODE) {
            throw NotAPicture.broken("a GIF of codes of %d bits".formatted(codeSize));
        }
        return new GifLzw().decode(new BitReader(codes), (long) codes.limit() * Byte.SIZE, codeSize, count);
    }

    private byte[] decode(BitReader bits, long end, int codeSize, int count) throws NotAPicture {
        byte[] pixels = new byte[count];
        int clear = 1 << codeSize;
        int next = clear + 2;
        int length = codeSize + 1;
        int former = NONE;
        int done = 0;
        for (int i = 0; i < clear; i++) {
            lastPixels[i] = (byte) i;
            lengths[i] = 1;
        }
        while (done < count) {
            int code = bits.position() + length <= end ? bits.take(length) : clear + 1;
            if (code == clear + 1 || code > next || (code == next && former == NONE)) {
                throw NotAPicture.broken("a GIF of too few pixels");
            }
            if (code == clear) {
                next = clear + 2;
                length = codeSize + 1;
                former = NONE;
                continue;
            }
            if (former != NONE && next < CODES) {
                prefixes[next] = former;
                lengths[next] = lengths[former] + 1;
                lastPixels[next] = firstPixel(code == next ? former : code, clear);
                next++;
                length = next == 1 << length && length < LONGEST_CODE ? length + 1 : length;
            }
            done = write(code, pixels, done);
            former = code;
        }
        return pixels;
    }

    private byte firstPixel(int code, int clear) {
        int first = code;
        while (first >= clear) {
            first = prefixes[first];
        }
        return lastPixels[first];
    }

    private int write(int code, byte[] pixels, int start) {
        int end = start + lengths[code];
        int left = code;
        for (int at = end - 1; at >= start; at--) {
            if (at < pixels.length) {
                pixels[at] = lastPixels[left];
            }
            left = prefixes[left];
        }
        return Math.min(end, pixels.length);
    }

    /** Encodes each pixel as one code of nine bits, in sub-blocks that follow the code size. */
    static StrippedFile encoded(byte[] pixels) {
        BitWriter codes = new BitWriter();
        int clear = 1 << LARGEST_CODE_SIZE;
        for (int i = 0; i < pixels.length; i++) {
            // A clear code resets the table before the codes would become longer than nine bits.
            if (i % (clear - 2) == 0) {
                codes.put(clear, LARGEST_CODE_SIZE + 1);
            }
            codes.put(Byte.toUnsignedInt(pixels[i]), LARGEST_CODE_SIZE + 1);
        }
        return subBlocks(
                LARGEST_CODE_SIZE, codes.put(clear + 1, LARGEST_CODE_SIZE + 1).end());
    }

    static StrippedFile subBlocks(int codeSize, ByteBuffer codes) {
        StrippedFile blocks = new StrippedFile().write(codeSize);
        for (int at = 0; at < codes.limit(); at += 255) {
            int length = Math.min(255, codes.limit() - at);
            blocks.write(length).write(codes.slice(at, length));
        }
        return blocks.write(0);
    }
}
