package com.emlyon.connect.app.avatar;

import com.emlyon.platform.images.ImageLimits;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings {@code connect.avatar.*}, which are the limits of uploaded pictures.
 *
 * @param fileSize the largest picture that is stored
 * @see ImageLimits
 */
@ConfigurationProperties("connect.avatar")
public record AvatarLimits(
        @DefaultValue("25000000") long pixels,
        @DefaultValue("100000000") long animationPixels,
        @DefaultValue("1000") int animationFrames,
        @DefaultValue("32MB") DataSize fileSize,
        @DefaultValue("512") int longestSide,
        @DefaultValue("1") int atOnce) {

    public AvatarLimits {
        try {
            // Only checks them.
            new ImageLimits(pixels, animationPixels, animationFrames, fileSize.toBytes(), longestSide, atOnce);
        } catch (IllegalArgumentException wrong) {
            // Without the cause, because the message of the first cause is what operators are shown.
            throw new IllegalArgumentException("connect.avatar.*: " + wrong.getMessage());
        }
    }

    /** The limits of the module that makes the pictures. */
    public ImageLimits imageLimits() {
        return new ImageLimits(pixels, animationPixels, animationFrames, fileSize.toBytes(), longestSide, atOnce);
    }
}
