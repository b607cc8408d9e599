package com.emlyon.connect.app.avatar;

import java.awt.image.BufferedImage;

/**
 * Makes clean pictures of uploads. It detects the format by the bytes alone, checks the size before it decodes, scales
 * the picture to the size in which it is shown, turns it upright, and encodes it again, so that only pixels are left of
 * the upload.
 */
public final class AvatarStudio {

    /** A PNG of at most this many bytes is kept: a smaller JPEG would not be worth its losses. */
    private static final int SMALL = 4096;

    private final StudioLimits limits;
    private final DecodeLimiter decodeLimiter;
    private final PictureScaler scaler;
    private final Codecs codecs = new Codecs();

    public AvatarStudio(StudioLimits limits) {
        this.limits = limits;
        this.decodeLimiter = new DecodeLimiter(limits.atOnce());
        this.scaler = new PictureScaler(limits.longestSide());
    }

    /**
     * Makes a picture of an upload; waits while others are being made. An upload that was compressed with losses and
     * has no transparency becomes a JPEG. Other stills become the smaller of JPEG and PNG, or a PNG if they have
     * transparency. A GIF stays a GIF, unless it is a still that had to be scaled.
     *
     * @throws NotAPicture if the upload is no picture, or exceeds the limits
     */
    public AvatarPicture develop(byte[] upload) throws NotAPicture {
        Envelope envelope = Envelope.open(upload);
        limits.admit(envelope);
        return decodeLimiter.develop(() -> develop(envelope));
    }

    private AvatarPicture develop(Envelope envelope) throws NotAPicture {
        boolean staysGif = envelope.frames() > 1 || !scaler.isTooLarge(envelope);
        if (envelope.format() == UploadFormat.GIF && staysGif) {
            return new AvatarPicture(
                    PictureFormat.GIF,
                    codecs.encodeAnimation(envelope, scaler, limits.fileSize().toBytes()));
        }
        int subsampling = switch (envelope.format()) {
            case JPEG, PNG -> scaler.subsampling(envelope);
            // Their decoders read all pixels anyway.
            case GIF, WEBP -> 1;
        };
        BufferedImage picture = scaler.scale(codecs.decode(envelope, subsampling), envelope);
        picture = envelope.profile().toSrgb(picture);
        return smallest(envelope.orientation().turnUpright(picture), envelope.isLossy());
    }

    private AvatarPicture smallest(BufferedImage picture, boolean lossy) throws NotAPicture {
        if (!StandardPixels.areOpaque(picture)) {
            return encoded(PictureFormat.PNG, picture);
        }
        boolean unusedAlpha = picture.getColorModel().hasAlpha();
        BufferedImage opaque = unusedAlpha ? StandardPixels.withoutAlpha(picture) : picture;
        if (lossy) {
            return encoded(PictureFormat.JPEG, StandardPixels.forJpeg(opaque));
        }
        AvatarPicture png = encoded(PictureFormat.PNG, opaque);
        if (png.bytes().remaining() <= SMALL) {
            return png;
        }
        AvatarPicture jpeg = encoded(PictureFormat.JPEG, StandardPixels.forJpeg(opaque));
        return jpeg.bytes().remaining() < png.bytes().remaining() ? jpeg : png;
    }

    private AvatarPicture encoded(PictureFormat format, BufferedImage picture) throws NotAPicture {
        return new AvatarPicture(
                format, codecs.encode(format, picture, limits.fileSize().toBytes()));
    }
}
