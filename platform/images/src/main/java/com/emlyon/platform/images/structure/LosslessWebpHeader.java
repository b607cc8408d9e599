package com.emlyon.platform.images.structure;

import com.emlyon.platform.images.format.NotAPicture;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks what precedes the pixels of a lossless WebP stream (RFC 9649, section 3): transforms and prefix codes. The
 * WebP reader does not check them, and a few kilobytes that repeat a transform would use up all memory and time.
 */
final class LosslessWebpHeader {

    /** A group of codes takes some 6 kB of memory in the reader. The reference encoder makes at most 2,600 groups. */
    private static final int MOST_GROUPS = 4096;

    private static final int LITERALS = 256;
    private static final int LENGTHS = 24;
    private static final int DISTANCES = 40;

    private final ByteBuffer stream;
    private final BitReader bits;
    private @Nullable LosslessWebpPalette palette;

    private LosslessWebpHeader(ByteBuffer stream) {
        this.stream = stream;
        this.bits = new BitReader(stream);
    }

    /**
     * Checks a stream, which begins behind the five bytes with its size, and returns it in a form that the reader
     * decodes correctly. Throws when decoding its head would cost too much.
     */
    static ByteBuffer checked(ByteBuffer stream, int width, int height) throws NotAPicture {
        LosslessWebpHeader head = new LosslessWebpHeader(stream);
        head.walk(width, height);
        return head.palette == null ? stream : head.palette.complete();
    }

    private void walk(int width, int height) throws NotAPicture {
        int columns = width;
        Set<Integer> seen = new HashSet<>();
        while (bits.take(1) == 1) {
            int transform = bits.take(2);
            if (!seen.add(transform)) {
                throw NotAPicture.broken("a WebP transform comes twice");
            }
            columns = transform(transform, columns, height);
        }
        colourCache();
        boolean manyGroups = bits.take(1) == 1;
        if (manyGroups) {
            int block = bits.take(3) + 2;
            if (image(blocks(columns, block), blocks(height, block)) > MOST_GROUPS) {
                throw NotAPicture.tooLarge("a WebP of more than %d groups of codes".formatted(MOST_GROUPS));
            }
        }
    }

    /**
     * Reads a transform, and returns the number of columns behind it: a small palette packs several pixels into one.
     */
    private int transform(int transform, int columns, int height) throws NotAPicture {
        return switch (transform) {
            case 0, 1 -> {
                int block = bits.take(3) + 2;
                image(blocks(columns, block), blocks(height, block));
                yield columns;
            }
            case 3 -> {
                long sizeAt = bits.position();
                int colours = bits.take(8) + 1;
                image(colours, 1);
                palette = new LosslessWebpPalette(stream, colours, sizeAt, bits.position());
                int packing = colours > 16 ? 0 : colours > 4 ? 1 : colours > 2 ? 2 : 3;
                yield blocks(columns, packing);
            }
            default -> columns;
        };
    }

    /**
     * Skips an image. Returns an upper bound of the number of groups of codes, if its red and green are the numbers of
     * such groups.
     */
    private int image(int width, int height) throws NotAPicture {
        int cached = colourCache();
        PrefixCode green = PrefixCode.read(bits, LITERALS + LENGTHS + cached);
        PrefixCode red = PrefixCode.read(bits, LITERALS);
        PrefixCode blue = PrefixCode.read(bits, LITERALS);
        PrefixCode alpha = PrefixCode.read(bits, LITERALS);
        PrefixCode distance = PrefixCode.read(bits, DISTANCES);
        int left = width * height;
        while (left > 0) {
            int symbol = green.next(bits);
            if (symbol < LITERALS) {
                red.next(bits);
                blue.next(bits);
                alpha.next(bits);
                left--;
            } else if (symbol < LITERALS + LENGTHS) {
                left -= number(symbol - LITERALS);
                number(distance.next(bits));
            } else {
                left--;
            }
        }
        return (red.largestBelow(LITERALS) << 8 | green.largestBelow(LITERALS)) + 1;
    }

    private int colourCache() {
        return bits.take(1) == 1 ? 1 << bits.take(4) : 0;
    }

    /** Reads a length or a distance: a prefix determines how many bits follow (RFC 9649, section 3.5.3). */
    private int number(int prefix) {
        if (prefix < 4) {
            return prefix + 1;
        }
        int extra = (prefix - 2) >> 1;
        return ((2 + (prefix & 1)) << extra) + bits.take(extra) + 1;
    }

    private static int blocks(int size, int bits) {
        return (size + (1 << bits) - 1) >> bits;
    }
}
