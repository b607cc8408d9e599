package com.emlyon.platform.images;

import com.emlyon.platform.images.codec.ImageCodecs;
import com.emlyon.platform.images.codec.PictureScaler;
import com.emlyon.platform.images.format.InputFormat;
import com.emlyon.platform.images.format.NotAPicture;
import com.emlyon.platform.images.format.PictureFormat;
import com.emlyon.platform.images.pixels.StandardPixels;
import com.emlyon.platform.images.structure.ImageStructure;
import java.awt.image.BufferedImage;

/**
 * Makes clean pictures of untrusted bytes. It detects the format by the bytes alone, checks the size before it decodes,
 * scales the picture to the size in which it is shown, turns it upright, and encodes it again, so that only pixels are
 * left of the file.
 */
public final class PictureProcessor {

    /** A PNG of at most this many bytes is kept: a smaller JPEG would not be worth its losses. */
    private static final int SMALL = 4096;

    private final ImageLimits limits;
    private final DecodeLimiter decodeLimiter;
    private final PictureScaler scaler;
    private final ImageCodecs codecs = new ImageCodecs();

    /** Makes pictures within limits; keeps some threads, which end when they are idle. */
    public PictureProcessor(ImageLimits limits) {
        this.limits = limits;
        this.decodeLimiter = new DecodeLimiter(limits.atOnce());
        this.scaler = new PictureScaler(limits.longestSide());
    }

    /**
     * Makes a picture of the bytes of a file; waits while others are being made. A file that was compressed with losses
     * and has no transparency becomes a JPEG. Other stills become the smaller of JPEG and PNG, or a PNG if they have
     * transparency. A GIF stays a GIF, unless it is a still that had to be scaled.
     *
     * @throws NotAPicture if the file is no picture, or exceeds the limits
     */
    public CleanPicture process(byte[] input) throws NotAPicture {
        ImageStructure structure = ImageStructure.read(input);
        limits.admit(structure);
        return decodeLimiter.process(() -> process(structure));
    }

    private CleanPicture process(ImageStructure structure) throws NotAPicture {
        boolean staysGif = structure.frames() > 1 || !scaler.isTooLarge(structure);
        if (structure.format() == InputFormat.GIF && staysGif) {
            return new CleanPicture(
                    PictureFormat.GIF, codecs.encodeAnimation(structure, scaler, limits.encodedBytes()));
        }
        int subsampling = switch (structure.format()) {
            case JPEG, PNG -> scaler.subsampling(structure);
            // Their decoders read all pixels anyway.
            case GIF, WEBP -> 1;
        };
        BufferedImage picture = scaler.scale(codecs.decode(structure, subsampling), structure);
        picture = structure.profile().toSrgb(picture);
        return smallest(structure.orientation().turnUpright(picture), structure.isLossy());
    }

    private CleanPicture smallest(BufferedImage picture, boolean lossy) throws NotAPicture {
        if (!StandardPixels.areOpaque(picture)) {
            return encoded(PictureFormat.PNG, picture);
        }
        boolean unusedAlpha = picture.getColorModel().hasAlpha();
        BufferedImage opaque = unusedAlpha ? StandardPixels.withoutAlpha(picture) : picture;
        if (lossy) {
            return encoded(PictureFormat.JPEG, StandardPixels.forJpeg(opaque));
        }
        CleanPicture png = encoded(PictureFormat.PNG, opaque);
        if (png.bytes().remaining() <= SMALL) {
            return png;
        }
        CleanPicture jpeg = encoded(PictureFormat.JPEG, StandardPixels.forJpeg(opaque));
        return jpeg.bytes().remaining() < png.bytes().remaining() ? jpeg : png;
    }

    private CleanPicture encoded(PictureFormat format, BufferedImage picture) throws NotAPicture {
        return new CleanPicture(format, codecs.encode(format, picture, limits.encodedBytes()));
    }
}
