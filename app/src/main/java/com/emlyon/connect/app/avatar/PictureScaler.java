package com.emlyon.connect.app.avatar;

import java.awt.image.BufferedImage;
import net.coobird.thumbnailator.resizers.Resizers;

/**
 * Scales stills down to the size in which clients show them. It keeps the aspect ratio and transparency, and never
 * enlarges.
 */
final class PictureScaler {

    /**
     * The least number of decoded pixels per scaled pixel, along each side, that are averaged, if the upload has that
     * many.
     */
    private static final int SAMPLES = 4;

    private final int longestSide;

    PictureScaler(int longestSide) {
        this.longestSide = longestSide;
    }

    boolean isTooLarge(Envelope envelope) {
        return Math.max(envelope.width(), envelope.height()) > longestSide;
    }

    /** Returns n, where only every n-th pixel of each row and column needs to be decoded into memory. */
    int subsampling(Envelope envelope) {
        return Math.max(1, Math.max(envelope.width(), envelope.height()) / (SAMPLES * longestSide));
    }

    /** Scales a picture, which may have been decoded with subsampling. */
    BufferedImage scale(BufferedImage decoded, Envelope envelope) {
        if (!isTooLarge(envelope)) {
            return decoded;
        }
        BufferedImage source = StandardPixels.of(decoded);
        BufferedImage scaled = new BufferedImage(
                scaled(envelope.width(), envelope), scaled(envelope.height(), envelope), scaledType(source));
        Resizers.PROGRESSIVE.resize(source, scaled);
        return scaled.isAlphaPremultiplied() ? StandardPixels.withPlainAlpha(scaled) : scaled;
    }

    /** The scaled length of a side, at least one pixel. */
    int scaled(int side, Envelope envelope) {
        int longest = Math.max(envelope.width(), envelope.height());
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
