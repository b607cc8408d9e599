package com.emlyon.connect.app.avatar;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits what one upload may cost the server, and the clients that show it.
 *
 * @param pixels the largest picture or animation frame, width × height, at four bytes a pixel (deeper pictures less)
 * @param animationPixels the largest animation, frames × width × height
 * @param animationFrames the most frames of an animation
 * @param fileSize the largest picture that is stored, after it was encoded again
 * @param longestSide the largest width or height, in pixels; larger pictures are scaled down to it
 * @param atOnce how many pictures are decoded at the same time; one of the largest needs some 250 MB while it is
 *     decoded
 */
@ConfigurationProperties("connect.avatar")
public record StudioLimits(
        @DefaultValue("25000000") long pixels,
        @DefaultValue("100000000") long animationPixels,
        @DefaultValue("1000") int animationFrames,
        @DefaultValue("32MB") DataSize fileSize,
        @DefaultValue("512") int longestSide,
        @DefaultValue("1") int atOnce) {

    static final int BYTES_PER_PIXEL = 4;

    public StudioLimits {
        if (pixels < 1
                || animationPixels < 1
                || animationFrames < 1
                || fileSize.toBytes() < 1
                || longestSide < 1
                || atOnce < 1) {
            throw new IllegalArgumentException("connect.avatar.*: every limit must be at least 1");
        }
        if (pixels > Integer.MAX_VALUE / BYTES_PER_PIXEL) {
            throw new IllegalArgumentException("connect.avatar.pixels: at most " + Integer.MAX_VALUE / BYTES_PER_PIXEL);
        }
    }

    /** Throws if an upload would become too large, before anything is decoded. */
    void admit(Envelope envelope) throws NotAPicture {
        if (envelope.decodedBytes() > pixels * BYTES_PER_PIXEL) {
            throw NotAPicture.tooLarge("%d x %d pixels are too many".formatted(envelope.width(), envelope.height()));
        }
        if (envelope.frames() > animationFrames
                || envelope.decodedBytes() * envelope.frames() > animationPixels * BYTES_PER_PIXEL) {
            throw NotAPicture.tooLarge("%d frames of %d x %d pixels are too many"
                    .formatted(envelope.frames(), envelope.width(), envelope.height()));
        }
    }
}
