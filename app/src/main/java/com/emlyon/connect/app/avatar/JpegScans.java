package com.emlyon.connect.app.avatar;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Which parts of its pixels the scans of a JPEG hold (ITU-T T.81, B.2.3 and G.1.1). A progressive one is complete when each
 * coefficient of each component has come down to its last bit.
 */
final class JpegScans {

    private static final int COEFFICIENTS = 64;

    /** More than any number of bits that are left out at first. */
    private static final byte NOTHING = 14;

    /** For each component the lowest bit that has come of each coefficient. */
    private final Map<Byte, byte[]> lowestBits = new HashMap<>();

    /** Takes the components from a frame's header. */
    void frame(ByteBuffer header) {
        int components = header.get(5);
        for (int i = 0; i < components; i++) {
            byte[] bits = new byte[COEFFICIENTS];
            Arrays.fill(bits, NOTHING);
            lowestBits.put(header.get(6 + 3 * i), bits);
        }
    }

    /** Takes note of a scan, of which all data have come. */
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
