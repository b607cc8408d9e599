package com.emlyon.platform.images.structure;

import com.emlyon.platform.images.format.NotAPicture;
import java.util.Arrays;

/** A canonical prefix code of lossless WebP (RFC 9649, section 3.7.2.1), decoded bit by bit. */
final class PrefixCode {

    private static final int LONGEST = 15;
    private static final int LITERAL_LENGTHS = 16;
    private static final int REPEAT_LAST = 16;
    private static final int FEW_ZEROS = 17;

    /** The order in which the lengths of the codes for lengths are written. */
    private static final int[] LENGTH_ORDER = {17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

    /**
     * The symbols, ordered by the length of their code, then by their number. If there is only one, it takes no bits.
     */
    private final int[] symbols;

    /** How many codes have each length. */
    private final int[] counts;

    private PrefixCode(int[] symbols, int[] counts) {
        this.symbols = symbols;
        this.counts = counts;
    }

    static PrefixCode read(BitReader bits, int alphabet) throws NotAPicture {
        boolean simple = bits.take(1) == 1;
        return simple ? simple(bits, alphabet) : ofLengths(lengths(bits, alphabet));
    }

    private static PrefixCode simple(BitReader bits, int alphabet) throws NotAPicture {
        boolean two = bits.take(1) == 1;
        int first = bits.take(bits.take(1) == 1 ? 8 : 1);
        int[] symbols = two ? new int[] {first, bits.take(8)} : new int[] {first};
        PrefixCode code = new PrefixCode(symbols, new int[] {0, 2});
        if (code.largestBelow(Integer.MAX_VALUE) >= alphabet) {
            throw NotAPicture.broken("a WebP code for a symbol that does not exist");
        }
        return code;
    }

    private static int[] lengths(BitReader bits, int alphabet) throws NotAPicture {
        int[] ofLengths = new int[LENGTH_ORDER.length];
        int written = bits.take(4) + 4;
        for (int i = 0; i < written; i++) {
            ofLengths[LENGTH_ORDER[i]] = bits.take(3);
        }
        PrefixCode code = ofLengths(ofLengths);
        int left = alphabet;
        if (bits.take(1) == 1) {
            left = 2 + bits.take(2 + 2 * bits.take(3));
        }
        int[] lengths = new int[alphabet];
        int last = 8;
        for (int i = 0; i < alphabet && left > 0; left--) {
            int symbol = code.next(bits);
            if (symbol < LITERAL_LENGTHS) {
                lengths[i++] = symbol;
                last = symbol == 0 ? last : symbol;
            } else {
                int times = times(symbol, bits);
                Arrays.fill(lengths, i, i + times, symbol == REPEAT_LAST ? last : 0);
                i += times;
            }
        }
        return lengths;
    }

    private static int times(int symbol, BitReader bits) {
        return switch (symbol) {
            case REPEAT_LAST -> 3 + bits.take(2);
            case FEW_ZEROS -> 3 + bits.take(3);
            default -> 11 + bits.take(7);
        };
    }

    private static PrefixCode ofLengths(int[] lengths) throws NotAPicture {
        int[] symbols = new int[lengths.length];
        int[] counts = new int[LONGEST + 1];
        int used = 0;
        int room = 1 << LONGEST;
        for (int length = 1; length <= LONGEST; length++) {
            for (int symbol = 0; symbol < lengths.length; symbol++) {
                if (lengths[symbol] == length) {
                    symbols[used++] = symbol;
                    counts[length]++;
                    room -= 1 << (LONGEST - length);
                }
            }
        }
        if (used != 1 && room != 0) {
            throw NotAPicture.broken("a WebP code that is not complete");
        }
        return new PrefixCode(Arrays.copyOf(symbols, used), counts);
    }

    int next(BitReader bits) {
        if (symbols.length == 1) {
            return symbols[0];
        }
        int code = bits.take(1);
        int first = 0;
        int index = 0;
        int length = 1;
        while (code - first >= counts[length]) {
            index += counts[length];
            first = (first + counts[length]) << 1;
            code = code << 1 | bits.take(1);
            length++;
        }
        return symbols[index + code - first];
    }

    /** Returns the largest symbol below a bound, or 0 if there is none. */
    int largestBelow(int bound) {
        return Arrays.stream(symbols).filter(symbol -> symbol < bound).max().orElse(0);
    }
}
