package com.emlyon.connect.bench.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures of 12 megapixels, as phones and drawing programs make them, each of less than 5 MB. */
enum LargePicture {
    /** A photograph: soft colours with the noise of a sensor. */
    JPEG("jpg", BufferedImage.TYPE_3BYTE_BGR),
    /** A photograph that was cut out: the corners are transparent, the edge is soft. */
    PNG("png", BufferedImage.TYPE_4BYTE_ABGR);

    private static final int WIDTH = 4000;
    private static final int HEIGHT = 3000;

    private final String format;
    private final int type;

    LargePicture(String format, int type) {
        this.format = format;
        this.type = type;
    }

    byte[] encoded() throws IOException {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, type);
        Random random = new Random(12);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                picture.setRGB(x, y, this == JPEG ? noisy(x, y, random) : cutOut(x, y));
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(picture, format, bytes)) {
            throw new IOException("no writer for " + format);
        }
        return bytes.toByteArray();
    }

    private static int noisy(int x, int y, Random random) {
        int noise = random.nextInt(24);
        return argb(255, wave(x, 311) + noise, wave(y, 173) + noise, wave(x + y, 97) + noise);
    }

    private static int cutOut(int x, int y) {
        double fromCentre = Math.hypot((x - WIDTH / 2.0) / (WIDTH / 2.0), (y - HEIGHT / 2.0) / (HEIGHT / 2.0));
        int alpha = (int) Math.clamp((1.05 - fromCentre) * 2550, 0, 255);
        return argb(alpha, wave(x / 4 * 4, 311), wave(y / 4 * 4, 173), wave((x / 4 + y / 4) * 4, 97));
    }

    private static int wave(int at, int length) {
        return (int) (115 + 100 * Math.sin(at / (double) length));
    }

    private static int argb(int alpha, int red, int green, int blue) {
        return alpha << 24 | red << 16 | green << 8 | blue;
    }
}
