package com.emlyon.platform.images.pixels;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.WritableRaster;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The ICC profile that defines the colours of a PNG. The PNG decoder does not apply it, while the decoders of JPEG and
 * WebP do. A profile that cannot be read, or is not of red, green and blue, counts as sRGB.
 */
public final class ColourProfile {

    /** The profile of pictures that need no conversion. */
    public static final ColourProfile SRGB = new ColourProfile(new byte[0]);

    /**
     * The largest accepted profile, in bytes. Those of cameras and screens have some kilobytes; a larger one is a
     * decompression bomb, or of no use for a small picture.
     */
    private static final int LARGEST = 1 << 20;

    private static final int[] COLOURS = {0, 1, 2};

    private final byte[] icc;

    private ColourProfile(byte[] icc) {
        this.icc = icc;
    }

    /** Reads the chunk iCCP: a name that ends with a zero byte, the compression method, and the compressed profile. */
    public static ColourProfile ofPngChunk(ByteBuffer chunk) {
        ByteBuffer rest = chunk.duplicate();
        while (rest.hasRemaining() && rest.get() != 0) {
            // Skips the name.
        }
        if (!rest.hasRemaining() || rest.get() != 0) {
            return SRGB;
        }
        byte[] profile = new byte[LARGEST];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(rest);
            int length = inflater.inflate(profile);
            return inflater.finished() ? new ColourProfile(Arrays.copyOf(profile, length)) : SRGB;
        } catch (DataFormatException damaged) {
            return SRGB;
        } finally {
            inflater.end();
        }
    }

    /** Converts a picture to sRGB; returns it unchanged if its colours are sRGB already, or cannot be converted. */
    public BufferedImage toSrgb(BufferedImage picture) {
        if (icc.length == 0 || picture.getColorModel().getColorSpace().getType() != ColorSpace.TYPE_RGB) {
            return picture;
        }
        try {
            ICC_Profile from = ICC_Profile.getInstance(icc);
            ICC_Profile to = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
            if (from.getColorSpaceType() != ColorSpace.TYPE_RGB || Arrays.equals(from.getData(), to.getData())) {
                return picture;
            }
            return converted(picture, from, to);
        } catch (IllegalArgumentException | CMMException unreadable) {
            return picture;
        }
    }

    private static BufferedImage converted(BufferedImage picture, ICC_Profile from, ICC_Profile to) {
        BufferedImage converted = StandardPixels.drawn(
                StandardPixels.of(picture),
                picture.getColorModel().hasAlpha() ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR);
        WritableRaster colours = converted
                .getRaster()
                .createWritableChild(0, 0, converted.getWidth(), converted.getHeight(), 0, 0, COLOURS);
        new ColorConvertOp(new ICC_Profile[] {from, to}, null).filter(colours, colours);
        return converted;
    }
}
