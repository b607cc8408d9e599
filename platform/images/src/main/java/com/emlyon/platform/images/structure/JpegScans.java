package com.emlyon.platform.images.structure;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Tracks which parts of the pixels the scans of a JPEG contain (ITU-T T.81, B.2.3 and G.1.1). A progressive JPEG is
 * complete when the scans have contained each coefficient of each component down to its lowest bit.
 */
final class JpegScans {

    private static final int COEFFICIENTS = 64;

    /** Marks a coefficient of which no scan was read; larger than any bit position in a scan. */
    private static final byte NOTHING = 14;

    /** For each component, the lowest bit of each coefficient that the scans have contained so far. */
    private final Map<Byte, byte[]> lowestBits = new HashMap<>();

    /** Reads the components from the header of a frame. */
    void frame(ByteBuffer header) {
        int components = header.get(5);
        for (int i = 0; i < components; i++) {
            byte[] bits = new byte[COEFFICIENTS];
            Arrays.fill(bits, NOTHING);
            lowestBits.put(header.get(6 + 3 * i), bits);
        }
    }

    /** Records a scan whose data are complete. */
    void scan(ByteBuffer header) {
        int components = header.get(0);
        int behind = 1 + 2 * components;
        int first = Math.clamp(header.get(behind), 0, COEFFICIENTS);
        int last = Math.clamp(header.get(behind + 1), first - 1, COEFFICIENTS - 1);
        byte lowest = (byte) (header.get(behind + 2) & 0xF);
        for (int i = 0; i < components; i++) {
            byte[] bits = lowestBits.getOrDefault(header.get(1 + 2 * i), new byte[COEFFICIENTS]);
            Arrays.fill(bits, first, last + 1, lowest);
        }
    }

    boolean areComplete() {
        return lowestBits.values().stream().allMatch(bits -> Arrays.equals(bits, new byte[COEFFICIENTS]));
    }
}
