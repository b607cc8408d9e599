package com.emlyon.connect.contract;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Real pictures for uploads. */
public final class Pictures {

    private static final int PNG_END_CHUNK = 12;
    private static final int CHUNK_OVERHEAD = 12;

    private Pictures() {}

    /** A small PNG. */
    public static byte[] png() {
        return encoded("png");
    }

    /** A small JPEG. */
    public static byte[] jpeg() {
        return encoded("jpg");
    }

    /** A small GIF. */
    public static byte[] gif() {
        return encoded("gif");
    }

    /** A small WebP. */
    public static byte[] webp() {
        return Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");
    }

    /** A valid PNG of exactly that many bytes: a private chunk, which readers pass over, fills it up. */
    public static byte[] pngOfSize(int size) {
        byte[] plain = png();
        byte[] filler = new byte[size - plain.length - CHUNK_OVERHEAD];
        byte[] type = "coNt".getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(type);
        crc.update(filler);
        int beforeEnd = plain.length - PNG_END_CHUNK;
        return ByteBuffer.allocate(size)
                .put(plain, 0, beforeEnd)
                .putInt(filler.length)
                .put(type)
                .put(filler)
                .putInt((int) crc.getValue())
                .put(Arrays.copyOfRange(plain, beforeEnd, plain.length))
                .array();
    }

    /** A PNG whose header claims that many pixels, and which holds few. */
    public static byte[] pngThatClaims(int width, int height) {
        ByteBuffer picture = ByteBuffer.wrap(png());
        int header = 12;
        picture.putInt(header + 4, width).putInt(header + 8, height);
        CRC32 crc = new CRC32();
        crc.update(picture.array(), header, 17);
        return picture.putInt(header + 17, (int) crc.getValue()).array();
    }

    private static byte[] encoded(String format) {
        try {
            BufferedImage image = new BufferedImage(24, 16, BufferedImage.TYPE_INT_RGB);
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, x % image.getHeight(), 0x3366CC + x);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalStateException("No writer for " + format);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
