package com.emlyon.platform.images;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.platform.images.pixels.Orientation;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures stand upright, however the phone was held. */
class OrientationTest {

    private final PictureProcessor processor = new PictureProcessor(Pictures.LIMITS);

    /** Corners after turning: top left, top right, bottom left, bottom right. Stored are red, green, blue, yellow. */
    @ParameterizedTest
    @CsvSource({"1, rgby", "2, gryb", "3, ybgr", "4, byrg", "5, rbgy", "6, bryg", "7, ygbr", "8, gyrb"})
    void everyWayOfHoldingACameraIsTurnedUpright(int orientation, String corners) throws Exception {
        byte[] jpeg = Pictures.withSegment(Pictures.jpeg(), 0xE1, Pictures.namedExif(orientation));
        byte[] png = Pictures.withChunk(Pictures.png(), "eXIf", Pictures.exif(orientation));

        for (byte[] upload : new byte[][] {jpeg, png}) {
            BufferedImage picture = Pictures.decoded(processor.process(upload));

            boolean lay = orientation > 4;
            assertThat(picture.getWidth()).isEqualTo(lay ? Pictures.HEIGHT : Pictures.WIDTH);
            assertThat(picture.getHeight()).isEqualTo(lay ? Pictures.WIDTH : Pictures.HEIGHT);
            int right = picture.getWidth() - 5;
            int bottom = picture.getHeight() - 5;
            Pictures.assertColour(picture, 4, 4, colour(corners.charAt(0)));
            Pictures.assertColour(picture, right, 4, colour(corners.charAt(1)));
            Pictures.assertColour(picture, 4, bottom, colour(corners.charAt(2)));
            Pictures.assertColour(picture, right, bottom, colour(corners.charAt(3)));
        }
    }

    @Test
    void aPaletteOfFewBitsIsTurnedToo() throws Exception {
        BufferedImage bits = new BufferedImage(11, 3, BufferedImage.TYPE_BYTE_BINARY);
        bits.setRGB(10, 0, 0xFFFFFFFF);
        byte[] upload = Pictures.withChunk(Pictures.encoded(bits, "png"), "eXIf", Pictures.exif(6));

        BufferedImage picture = Pictures.decoded(processor.process(upload));

        assertThat(picture.getWidth()).isEqualTo(3);
        assertThat(picture.getHeight()).isEqualTo(11);
        assertThat(picture.getRGB(2, 10)).isEqualTo(0xFFFFFFFF);
        assertThat(picture.getRGB(2, 9)).isEqualTo(0xFF000000);
    }

    @ParameterizedTest
    @CsvSource({"0", "9", "-1", "32767"})
    void anUnknownWayOfHoldingACameraCountsAsUpright(int orientation) {
        assertThat(Orientation.ofExif(ByteBuffer.wrap(Pictures.namedExif(orientation))))
                .isEqualTo(Orientation.UPRIGHT);
    }

    @Test
    void anUnreadableExifBlockCountsAsUpright() {
        byte[] exif = Pictures.namedExif(6);
        byte[] directoryNowhere = exif.clone();
        directoryNowhere[10] = (byte) 0x80;

        assertThat(Orientation.ofExif(ByteBuffer.wrap(exif))).isEqualTo(Orientation.LYING_LEFT);
        assertThat(Orientation.ofExif(ByteBuffer.wrap(exif, 0, 20).slice())).isEqualTo(Orientation.UPRIGHT);
        assertThat(Orientation.ofExif(ByteBuffer.wrap(new byte[0]))).isEqualTo(Orientation.UPRIGHT);
        assertThat(Orientation.ofExif(ByteBuffer.wrap(directoryNowhere))).isEqualTo(Orientation.UPRIGHT);
    }

    @Test
    void littleEndianCamerasAreUnderstood() {
        byte[] tiff = {'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0};

        assertThat(Orientation.ofExif(ByteBuffer.wrap(tiff))).isEqualTo(Orientation.LYING_RIGHT);
    }

    private static Color colour(char initial) {
        return switch (initial) {
            case 'r' -> Color.RED;
            case 'g' -> Color.GREEN;
            case 'b' -> Color.BLUE;
            default -> Color.YELLOW;
        };
    }
}
