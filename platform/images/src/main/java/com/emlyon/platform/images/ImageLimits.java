package com.emlyon.platform.images;

import com.emlyon.platform.images.format.NotAPicture;
import com.emlyon.platform.images.structure.ImageStructure;

/**
 * Limits what one file may cost those who decode it, and those who show the picture.
 *
 * @param pixels the largest picture or animation frame, width × height, at four bytes a pixel (deeper pictures less)
 * @param animationPixels the largest animation, frames × width × height
 * @param animationFrames the most frames of an animation
 * @param encodedBytes the largest clean picture, in bytes, after it was encoded again
 * @param longestSide the largest width or height, in pixels; larger pictures are scaled down to it
 * @param atOnce how many pictures are decoded at the same time; one of 25,000,000 pixels needs some 250 MB while it is
 *     decoded
 */
public record ImageLimits(
        long pixels, long animationPixels, int animationFrames, long encodedBytes, int longestSide, int atOnce) {

    private static final int MOST_PIXELS = Integer.MAX_VALUE / ImageStructure.BYTES_PER_PIXEL;

    public ImageLimits {
        if (pixels < 1
                || animationPixels < 1
                || animationFrames < 1
                || encodedBytes < 1
                || longestSide < 1
                || atOnce < 1) {
            throw new IllegalArgumentException("every limit must be at least 1");
        }
        if (pixels > MOST_PIXELS) {
            throw new IllegalArgumentException("pixels: at most " + MOST_PIXELS);
        }
    }

    /** Throws if a file would become too large, before anything is decoded. */
    void admit(ImageStructure structure) throws NotAPicture {
        if (structure.decodedBytes() > pixels * ImageStructure.BYTES_PER_PIXEL) {
            throw NotAPicture.tooLarge("%d x %d pixels are too many".formatted(structure.width(), structure.height()));
        }
        if (structure.frames() > animationFrames
                || structure.decodedBytes() * structure.frames() > animationPixels * ImageStructure.BYTES_PER_PIXEL) {
            throw NotAPicture.tooLarge("%d frames of %d x %d pixels are too many"
                    .formatted(structure.frames(), structure.width(), structure.height()));
        }
    }
}
