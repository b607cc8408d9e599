package com.emlyon.platform.images.pixels;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.Raster;

/**
 * Converts pictures to layouts that Java2D draws without changing colours. Decoders also return grey with alpha, and 16
 * bits per sample, which Java2D converts through a linear grey, and so makes lighter.
 */
public final class StandardPixels {

    private StandardPixels() {}

    /** Converts a picture to a standard layout; returns it unchanged if it has one. */
    public static BufferedImage of(BufferedImage picture) {
        boolean standard =
                picture.getType() != BufferedImage.TYPE_CUSTOM && picture.getType() != BufferedImage.TYPE_USHORT_GRAY;
        if (standard) {
            return picture;
        }
        return picture.getColorModel() instanceof ComponentColorModel
                ? converted(picture)
                : drawn(picture, BufferedImage.TYPE_INT_ARGB);
    }

    /** Converts a picture to a layout that the JPEG encoder stores without converting it itself. */
    public static BufferedImage forJpeg(BufferedImage opaque) {
        BufferedImage standard = of(opaque);
        boolean fits = standard.getType() == BufferedImage.TYPE_3BYTE_BGR
                || standard.getType() == BufferedImage.TYPE_BYTE_GRAY;
        return fits ? standard : drawn(standard, BufferedImage.TYPE_3BYTE_BGR);
    }

    /** Converts premultiplied colours to plain ones, as files have them. */
    public static BufferedImage withPlainAlpha(BufferedImage picture) {
        return drawn(picture, BufferedImage.TYPE_INT_ARGB);
    }

    /** Removes alpha; each pixel keeps its colour. */
    public static BufferedImage withoutAlpha(BufferedImage picture) {
        return drawn(of(picture), BufferedImage.TYPE_INT_RGB);
    }

    /** Whether each pixel is opaque, with alpha or without. */
    public static boolean areOpaque(BufferedImage picture) {
        if (!picture.getColorModel().hasAlpha()) {
            return true;
        }
        int[] row = new int[picture.getWidth()];
        for (int y = 0; y < picture.getHeight(); y++) {
            picture.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int argb : row) {
                if (argb >>> 24 != 0xFF) {
                    return false;
                }
            }
        }
        return true;
    }

    static BufferedImage drawn(BufferedImage picture, int type) {
        BufferedImage drawn = new BufferedImage(picture.getWidth(), picture.getHeight(), type);
        Graphics2D graphics = drawn.createGraphics();
        graphics.setComposite(AlphaComposite.Src);
        graphics.drawImage(picture, 0, 0, null);
        graphics.dispose();
        return drawn;
    }

    private static BufferedImage converted(BufferedImage picture) {
        Raster raster = picture.getRaster();
        int bands = raster.getNumBands();
        int width = raster.getWidth();
        boolean hasAlpha = bands == 2 || bands == 4;
        int type = bands == 1
                ? BufferedImage.TYPE_BYTE_GRAY
                : hasAlpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        BufferedImage converted = new BufferedImage(width, raster.getHeight(), type);
        int surplus = raster.getSampleModel().getSampleSize(0) - Byte.SIZE;
        int[] samples = new int[width * bands];
        int[] row = new int[width];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(0, y, width, 1, samples);
            for (int x = 0; x < width; x++) {
                row[x] = pixel(samples, x * bands, bands, surplus);
            }
            if (bands == 1) {
                converted.getRaster().setSamples(0, y, width, 1, 0, row);
            } else {
                converted.getRaster().setDataElements(0, y, width, 1, row);
            }
        }
        return converted;
    }

    private static int pixel(int[] samples, int at, int bands, int surplus) {
        int first = samples[at] >>> surplus;
        if (bands == 1) {
            return first;
        }
        int last = samples[at + bands - 1] >>> surplus;
        if (bands == 2) {
            return last << 24 | first << 16 | first << 8 | first;
        }
        int alpha = bands == 4 ? last : 0xFF;
        return alpha << 24 | first << 16 | samples[at + 1] >>> surplus << 8 | samples[at + 2] >>> surplus;
    }
}
