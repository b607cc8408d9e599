package com.emlyon.connect.app.avatar;

import java.awt.image.BufferedImage;
import net.coobird.thumbnailator.resizers.Resizers;

/** Scales stills down to the size in which clients show them. Keeps aspect and transparency, and never enlarges. */
final class PictureScaler {

    /** As many decoded pixels are averaged along each side of a scaled pixel at least, if the upload has them. */
    private static final int SAMPLES = 4;

    private final int longestSide;

    PictureScaler(int longestSide) {
        this.longestSide = longestSide;
    }

    boolean isTooLarge(Envelope envelope) {
        return Math.max(envelope.width(), envelope.height()) > longestSide;
    }

    /** Only every so many pixels of an upload need to be decoded into memory. */
    int subsampling(Envelope envelope) {
        return Math.max(1, Math.max(envelope.width(), envelope.height()) / (SAMPLES * longestSide));
    }

    /** Scales a picture, of which possibly not all pixels were decoded. */
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

    /** The length of a side, of at least one pixel. */
    int scaled(int side, Envelope envelope) {
        int longest = Math.max(envelope.width(), envelope.height());
        return (int) Math.max(1, Math.round((double) side * longestSide / longest));
    }

    /** Averages of premultiplied colours count a pixel by its alpha: the invisible colour of transparent ones does not shine through. */
    private static int scaledType(BufferedImage source) {
        if (source.getColorModel().hasAlpha()) {
            return BufferedImage.TYPE_INT_ARGB_PRE;
        }
        return source.getType() == BufferedImage.TYPE_BYTE_GRAY
                ? BufferedImage.TYPE_BYTE_GRAY
                : BufferedImage.TYPE_INT_RGB;
    }
}
