package com.emlyon.connect.app.avatar;

import com.emlyon.connect.contract.Pictures;
import com.emlyon.platform.images.CleanPicture;
import com.emlyon.platform.images.ImageLimits;
import com.emlyon.platform.images.PictureProcessor;
import com.emlyon.platform.images.format.NotAPicture;
import com.emlyon.platform.images.format.PictureFormat;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures as they come out of the picture processor, for tests of the store. */
final class CleanPictures {

    private static final PictureProcessor PROCESSOR =
            new PictureProcessor(new ImageLimits(1_000_000, 1_000_000, 1, 4_000_000, 512, 1));

    private CleanPictures() {}

    /** A picture of a few bytes. */
    static CleanPicture of(PictureFormat format) {
        return processed(
                switch (format) {
                    case JPEG -> Pictures.jpeg();
                    case PNG -> Pictures.png();
                    case GIF -> Pictures.gif();
                });
    }

    /** A picture of more than 500,000 bytes: noise that nothing compresses, and that is transparent, so it stays a PNG. */
    static CleanPicture large() {
        BufferedImage noise = new BufferedImage(400, 400, BufferedImage.TYPE_4BYTE_ABGR);
        Random random = new Random(1);
        for (int i = 0; i < 160_000; i++) {
            noise.setRGB(i % 400, i / 400, random.nextInt());
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(noise, "png", png);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return processed(png.toByteArray());
    }

    static byte[] bytes(CleanPicture picture) {
        byte[] bytes = new byte[picture.bytes().remaining()];
        picture.bytes().get(bytes);
        return bytes;
    }

    private static CleanPicture processed(byte[] bytes) {
        try {
            return PROCESSOR.process(bytes);
        } catch (NotAPicture refused) {
            throw new AssertionError(refused);
        }
    }
}
