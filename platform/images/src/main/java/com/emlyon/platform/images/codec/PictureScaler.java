package com.emlyon.platform.images.codec;

import com.emlyon.platform.images.pixels.StandardPixels;
import com.emlyon.platform.images.structure.ImageStructure;
import java.awt.image.BufferedImage;
import net.coobird.thumbnailator.resizers.Resizers;

/**
 * Scales stills down to the size in which they are shown. It keeps the aspect ratio and transparency, and never
 * enlarges.
 */
public final class PictureScaler {

    /**
     * The least number of decoded pixels per scaled pixel, along each side, that are averaged, if the picture has that
     * many.
     */
    private static final int SAMPLES = 4;

    private final int longestSide;

    /** Scales to a longest side, in pixels. */
    public PictureScaler(int longestSide) {
        this.longestSide = longestSide;
    }

    /** Whether a picture has to be scaled. */
    public boolean isTooLarge(ImageStructure structure) {
        return Math.max(structure.width(), structure.height()) > longestSide;
    }

    /** Returns n, where only every n-th pixel of each row and column needs to be decoded into memory. */
    public int subsampling(ImageStructure structure) {
        return Math.max(1, Math.max(structure.width(), structure.height()) / (SAMPLES * longestSide));
    }

    /** Scales a picture, which may have been decoded with subsampling. */
    public BufferedImage scale(BufferedImage decoded, ImageStructure structure) {
        if (!isTooLarge(structure)) {
            return decoded;
        }
        BufferedImage source = StandardPixels.of(decoded);
        BufferedImage scaled = new BufferedImage(
                scaled(structure.width(), structure), scaled(structure.height(), structure), scaledType(source));
        Resizers.PROGRESSIVE.resize(source, scaled);
        return scaled.isAlphaPremultiplied() ? StandardPixels.withPlainAlpha(scaled) : scaled;
    }

    /** The scaled length of a side, at least one pixel. */
    int scaled(int side, ImageStructure structure) {
        int longest = Math.max(structure.width(), structure.height());
        return (int) Math.max(1, Math.round((double) side * longestSide / longest));
    }

    /**
     * Premultiplied colours weight each pixel of an average by its alpha, so that the invisible colour of transparent
     * pixels does not show.
     */
    private static int scaledType(BufferedImage source) {
        if (source.getColorModel().hasAlpha()) {
            return BufferedImage.TYPE_INT_ARGB_PRE;
        }
        return source.getType() == BufferedImage.TYPE_BYTE_GRAY
                ? BufferedImage.TYPE_BYTE_GRAY
                : BufferedImage.TYPE_INT_RGB;
    }
}
