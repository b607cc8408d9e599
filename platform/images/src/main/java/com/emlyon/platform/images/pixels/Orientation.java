package com.emlyon.platform.images.pixels;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** How the camera was held, in the order of the values 1 to 8 of EXIF's tag 0x0112 (TIFF 6.0, "Orientation"). */
public enum Orientation {
    UPRIGHT(false, false, false),
    MIRRORED(true, false, false),
    UPSIDE_DOWN(true, true, false),
    MIRRORED_UPSIDE_DOWN(false, true, false),
    MIRRORED_LYING_LEFT(false, false, true),
    LYING_LEFT(false, true, true),
    MIRRORED_LYING_RIGHT(true, true, true),
    LYING_RIGHT(true, false, true);

    /** The name in front of the EXIF block of a JPEG. */
    public static final String EXIF_NAME = "Exif\0\0";

    private static final int ORIENTATION = 0x0112;
    private static final int TYPE_SHORT = 3;
    private static final int ENTRY_LENGTH = 12;

    private final boolean flipsColumns;
    private final boolean flipsRows;
    private final boolean swapsAxes;

    Orientation(boolean flipsColumns, boolean flipsRows, boolean swapsAxes) {
        this.flipsColumns = flipsColumns;
        this.flipsRows = flipsRows;
        this.swapsAxes = swapsAxes;
    }

    /**
     * Reads only the tag of the orientation from an EXIF block; an unreadable block counts as upright. EXIF libraries
     * read every tag, and need gigabytes for a block whose many tags all point at the same bytes.
     */
    public static Orientation ofExif(ByteBuffer exif) {
        try {
            ByteBuffer tiff = withoutName(exif);
            tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = tiff.getInt(4);
            int entries = Short.toUnsignedInt(tiff.getShort(directory));
            for (int i = 0; i < entries; i++) {
                int entry = directory + Short.BYTES + i * ENTRY_LENGTH;
                if (tiff.getShort(entry) == ORIENTATION && tiff.getShort(entry + 2) == TYPE_SHORT) {
                    return values()[tiff.getShort(entry + 8) - 1];
                }
            }
            return UPRIGHT;
        } catch (BufferUnderflowException | IndexOutOfBoundsException unreadable) {
            return UPRIGHT;
        }
    }

    /** Removes the name in front of the block: JPEG has one, PNG has none, WebP files occur with and without it. */
    private static ByteBuffer withoutName(ByteBuffer exif) {
        byte[] start = new byte[EXIF_NAME.length()];
        exif.get(0, start);
        boolean named = new String(start, StandardCharsets.ISO_8859_1).equals(EXIF_NAME);
        int from = named ? start.length : 0;
        return exif.slice(from, exif.limit() - from);
    }

    /** Turns a picture that was stored in this orientation upright. */
    public BufferedImage turnUpright(BufferedImage picture) {
        if (this == UPRIGHT) {
            return picture;
        }
        Raster from = picture.getRaster();
        int width = from.getWidth();
        int height = from.getHeight();
        WritableRaster to = from.createCompatibleWritableRaster(swapsAxes ? height : width, swapsAxes ? width : height);
        @Nullable Object pixel = null;
        for (int y = 0; y < height; y++) {
            int row = flipsRows ? height - 1 - y : y;
            for (int x = 0; x < width; x++) {
                int column = flipsColumns ? width - 1 - x : x;
                pixel = from.getDataElements(x, y, pixel);
                to.setDataElements(swapsAxes ? row : column, swapsAxes ? column : row, pixel);
            }
        }
        return new BufferedImage(picture.getColorModel(), to, picture.isAlphaPremultiplied(), null);
    }
}
