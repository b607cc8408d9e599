package com.emlyon.connect.app.avatar;

import java.awt.image.BufferedImage;

/**
 * Makes clean pictures of uploads: judged by their bytes alone, measured before they are decoded, turned upright, and encoded
 * again, so that nothing but pixels is left of them.
 */
public final class AvatarStudio {

    private final StudioLimits limits;
    private final Darkroom darkroom;
    private final Codecs codecs = new Codecs();

    public AvatarStudio(StudioLimits limits) {
        this.limits = limits;
        this.darkroom = new Darkroom(limits.atOnce());
    }

    /**
     * Makes a picture of an upload; waits when others are being made. JPEG, PNG and GIF keep their format, WebP becomes PNG if it
     * has an alpha channel and else JPEG.
     *
     * @throws NotAPicture if the upload is no picture, or one beyond the limits
     */
    public AvatarPicture develop(byte[] upload) throws NotAPicture {
        Envelope envelope = Envelope.open(upload);
        limits.admit(envelope);
        return darkroom.develop(() -> develop(envelope));
    }

    private AvatarPicture develop(Envelope envelope) throws NotAPicture {
        LimitedOutput output = new LimitedOutput(limits.fileSize().toBytes());
        return switch (envelope.format()) {
            case GIF -> {
                codecs.copyAnimation(envelope, output);
                yield new AvatarPicture(PictureFormat.GIF, output.toByteArray());
            }
            case PNG -> encode(PictureFormat.PNG, upright(envelope), output);
            case JPEG -> encode(PictureFormat.JPEG, upright(envelope), output);
            case WEBP -> {
                BufferedImage picture = upright(envelope);
                boolean hasAlpha = picture.getColorModel().hasAlpha();
                yield encode(hasAlpha ? PictureFormat.PNG : PictureFormat.JPEG, picture, output);
            }
        };
    }

    private BufferedImage upright(Envelope envelope) throws NotAPicture {
        return envelope.orientation().turnUpright(codecs.decode(envelope));
    }

    private AvatarPicture encode(PictureFormat format, BufferedImage picture, LimitedOutput output) throws NotAPicture {
        codecs.encode(format, picture, output);
        return new AvatarPicture(format, output.toByteArray());
    }
}
