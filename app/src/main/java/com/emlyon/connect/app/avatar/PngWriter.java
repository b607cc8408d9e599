package com.emlyon.connect.app.avatar;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes PNGs (W3C PNG specification), each row with the filter that promises to compress best. The JDK's own writer filters
 * palettes, where it does harm, and nothing else, and so makes photographs two to three times as large.
 */
final class PngWriter {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    /** The colour type for one to four bands: grey, grey and alpha, RGB, RGB and alpha. */
    private static final byte[] COLOUR_TYPES = {0, 4, 2, 6};

    private static final byte PALETTE = 3;
    private static final int CHUNK_LENGTH = 1 << 16;

    /** Level 9 would save a tenth and take four times as long. */
    private static final int COMPRESSION_LEVEL = 4;

    private final OutputStream output;

    PngWriter(OutputStream output) {
        this.output = output;
    }

    void write(BufferedImage picture) throws IOException {
        Raster raster = picture.getRaster();
        int bands = raster.getNumBands();
        int bits = picture.getColorModel().getPixelSize() / bands;
        output.write(SIGNATURE);
        if (picture.getColorModel() instanceof IndexColorModel palette) {
            writeHeader(raster, bits, PALETTE);
            writePalette(palette);
        } else {
            writeHeader(raster, bits, COLOUR_TYPES[bands - 1]);
        }
        Deflater deflater = new Deflater(COMPRESSION_LEVEL);
        try (OutputStream data = deflated(deflater)) {
            writeRows(raster, bits, picture.getColorModel() instanceof IndexColorModel, data);
        } finally {
            deflater.end();
        }
        writeChunk("IEND", new byte[0]);
    }

    private void writeHeader(Raster raster, int bits, byte colourType) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(13).putInt(raster.getWidth()).putInt(raster.getHeight());
        writeChunk("IHDR", header.put((byte) bits).put(colourType).array());
    }

    private void writePalette(IndexColorModel palette) throws IOException {
        int size = palette.getMapSize();
        ByteBuffer colours = ByteBuffer.allocate(3 * size);
        ByteBuffer alphas = ByteBuffer.allocate(size);
        for (int i = 0; i < size; i++) {
            colours.put((byte) palette.getRed(i))
                    .put((byte) palette.getGreen(i))
                    .put((byte) palette.getBlue(i));
            alphas.put((byte) palette.getAlpha(i));
        }
        writeChunk("PLTE", colours.array());
        if (palette.hasAlpha()) {
            writeChunk("tRNS", alphas.array());
        }
    }

    private OutputStream deflated(Deflater deflater) {
        return new DeflaterOutputStream(new BufferedOutputStream(new DataChunks(), CHUNK_LENGTH), deflater);
    }

    private static void writeRows(Raster raster, int bits, boolean indexed, OutputStream data) throws IOException {
        int bytesPerPixel = Math.ceilDiv(bits * raster.getNumBands(), Byte.SIZE);
        int[] samples = new int[raster.getWidth() * raster.getNumBands()];
        byte[] above = new byte[Math.ceilDiv(samples.length * bits, Byte.SIZE)];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(0, y, raster.getWidth(), 1, samples);
            byte[] row = packed(samples, bits, above.length);
            data.write(indexed ? PngFilters.none(row) : PngFilters.best(row, above, bytesPerPixel));
            above = row;
        }
    }

    private static byte[] packed(int[] samples, int bits, int length) {
        byte[] row = new byte[length];
        for (int i = 0; i < samples.length; i++) {
            if (bits == 16) {
                row[2 * i] = (byte) (samples[i] >>> 8);
                row[2 * i + 1] = (byte) samples[i];
            } else {
                int bit = i * bits;
                row[bit >>> 3] |= (byte) (samples[i] << (8 - bits - (bit & 7)));
            }
        }
        return row;
    }

    private void writeChunk(String type, byte[] body) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(body);
        output.write(bigEndian(body.length));
        output.write(name);
        output.write(body);
        output.write(bigEndian((int) crc.getValue()));
    }

    private static byte[] bigEndian(int value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
    }

    /** Makes a chunk of picture data of every piece that is written. */
    private final class DataChunks extends OutputStream {

        @Override
        public void write(int b) throws IOException {
            writeChunk("IDAT", new byte[] {(byte) b});
        }

        @Override
        public void write(byte[] b, int offset, int length) throws IOException {
            writeChunk("IDAT", Arrays.copyOfRange(b, offset, offset + length));
        }
    }
}
