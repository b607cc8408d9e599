package com.emlyon.connect.app.avatar;

/** The five ways in which a PNG row may be told as differences to its neighbours (W3C PNG specification, section 9). */
final class PngFilters {

    private static final int NONE = 0;
    private static final int SUB = 1;
    private static final int UP = 2;
    private static final int AVERAGE = 3;
    private static final int PAETH = 4;

    /** The row in each of the filters, the number of the filter in front. */
    private final byte[][] filtered;

    private final long[] distances = new long[PAETH + 1];

    private PngFilters(int rowLength) {
        this.filtered = new byte[distances.length][rowLength + 1];
    }

    /** Filters a row as palettes want it: not at all. */
    static byte[] none(byte[] row) {
        byte[] filtered = new byte[row.length + 1];
        System.arraycopy(row, 0, filtered, 1, row.length);
        return filtered;
    }

    /** Tries all filters: the one whose bytes are nearest to zero is the best guess (section 12.7 of the specification). */
    static byte[] best(byte[] row, byte[] rowAbove, int bytesPerPixel) {
        PngFilters filters = new PngFilters(row.length);
        for (int i = 0; i < row.length; i++) {
            boolean first = i < bytesPerPixel;
            int left = first ? 0 : Byte.toUnsignedInt(row[i - bytesPerPixel]);
            int above = Byte.toUnsignedInt(rowAbove[i]);
            int corner = first ? 0 : Byte.toUnsignedInt(rowAbove[i - bytesPerPixel]);
            filters.put(NONE, i, row[i]);
            filters.put(SUB, i, row[i] - left);
            filters.put(UP, i, row[i] - above);
            filters.put(AVERAGE, i, row[i] - (left + above) / 2);
            filters.put(PAETH, i, row[i] - paeth(left, above, corner));
        }
        return filters.best();
    }

    private void put(int filter, int index, int difference) {
        byte value = (byte) difference;
        filtered[filter][index + 1] = value;
        distances[filter] += Math.abs(value);
    }

    private byte[] best() {
        int best = NONE;
        for (int filter = SUB; filter <= PAETH; filter++) {
            best = distances[filter] < distances[best] ? filter : best;
        }
        filtered[best][0] = (byte) best;
        return filtered[best];
    }

    private static int paeth(int left, int above, int corner) {
        int toLeft = Math.abs(above - corner);
        int toAbove = Math.abs(left - corner);
        int toCorner = Math.abs(left + above - 2 * corner);
        if (toLeft <= toAbove && toLeft <= toCorner) {
            return left;
        }
        return toAbove <= toCorner ? above : corner;
    }
}
