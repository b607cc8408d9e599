package com.emlyon.platform.images.structure;

/**
 * Writes prefix codes of lossless WebP streams (RFC 9649, section 3.7.2) in which each value takes eight bits, or none.
 */
final class LosslessWebpCodes {

    private static final int GREENS_AND_LENGTHS = 280;
    private static final int VALUES = 256;

    private LosslessWebpCodes() {}

    /** Writes the five codes for pixels of which each channel (green, red, blue, alpha) takes eight bits. */
    static void ofAllChannels(BitWriter bits) {
        plain(bits, GREENS_AND_LENGTHS);
        plain(bits, VALUES);
        plain(bits, VALUES);
        plain(bits, VALUES);
        ofZero(bits);
    }

    /** Writes the five codes for pixels of which only green takes bits. */
    static void ofGreen(BitWriter bits) {
        plain(bits, GREENS_AND_LENGTHS);
        for (int others = 0; others < 4; others++) {
            ofZero(bits);
        }
    }

    /** Writes the code of a value: its bits in reverse order. */
    static void value(BitWriter bits, int value) {
        bits.put(Integer.reverse(value) >>> Integer.SIZE - Byte.SIZE, Byte.SIZE);
    }

    /** Writes a code in which the first 256 symbols of the alphabet take eight bits, and the others have no code. */
    private static void plain(BitWriter bits, int alphabet) {
        bits.put(0, 1);
        // The codes for lengths, in the order 17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8: one bit for 0, and one for 8.
        int orders = 12;
        bits.put(orders - 4, 4);
        for (int i = 0; i < orders; i++) {
            bits.put(i == 2 || i == orders - 1 ? 1 : 0, 3);
        }
        bits.put(0, 1);
        for (int symbol = 0; symbol < alphabet; symbol++) {
            bits.put(symbol < VALUES ? 1 : 0, 1);
        }
    }

    /** Writes a code with the single symbol 0, which takes no bits. */
    private static void ofZero(BitWriter bits) {
        bits.put(1, 4);
    }
}
