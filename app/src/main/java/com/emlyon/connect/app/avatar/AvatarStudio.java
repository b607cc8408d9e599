package com.emlyon.connect.app.avatar;

import java.awt.image.BufferedImage;

/**
 * Makes clean pictures of uploads: judged by their bytes alone, measured before they are decoded, scaled to the size in which they
 * are shown, turned upright, and encoded again, so that nothing but pixels is left of them.
 */
public final class AvatarStudio {

    /** So few bytes are not worth the losses of a JPEG. */
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
     * Makes a picture of an upload; waits when others are being made. What was compressed with losses and has no transparency
     * becomes a JPEG, other stills the smaller of JPEG and PNG, or a PNG if they have transparency. A GIF stays one, unless it is
     * a still that had to be scaled.
     *
     * @throws NotAPicture if the upload is no picture, or one beyond the limits
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
            // They are decoded as a whole all the same.
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
