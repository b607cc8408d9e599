package com.emlyon.platform.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.emlyon.platform.images.format.PictureFormat;
import com.emlyon.platform.images.structure.Animation;
import com.emlyon.platform.images.structure.Animation.Frame;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A picture is kept as large as it is shown, and not larger. */
class ScaledPictureTest {

    private static final ImageLimits LIMITS = new ImageLimits(25_000_000, 100_000_000, 50, 4_000_000, 512, 1);

    private final PictureProcessor processor = new PictureProcessor(LIMITS);

    @ParameterizedTest
    @CsvSource({
        "4000, 3000, 512, 384",
        "3000, 4000, 384, 512",
        "513, 513, 512, 512",
        "1024, 3, 512, 2",
        "5000, 1, 512, 1",
        "1, 5000, 1, 512",
        "512, 512, 512, 512",
        "511, 200, 511, 200",
        "1, 1, 1, 1"
    })
    void theLongerSideIsScaledDownAndTheAspectIsKept(int width, int height, int scaledWidth, int scaledHeight)
            throws Exception {
        for (String format : List.of("jpeg", "png", "gif")) {
            byte[] upload = Pictures.encoded(new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR), format);

            BufferedImage picture = Pictures.decoded(processor.process(upload));

            assertThat(picture.getWidth()).as(format).isEqualTo(scaledWidth);
            assertThat(picture.getHeight()).as(format).isEqualTo(scaledHeight);
        }
    }

    @Test
    void theSizeIsASetting() throws Exception {
        PictureProcessor small = new PictureProcessor(new ImageLimits(1_000_000, 1_000_000, 10, 1_000_000, 16, 1));

        BufferedImage picture = Pictures.decoded(small.process(Pictures.jpeg()));

        assertThat(picture.getWidth()).isEqualTo(16);
        assertThat(picture.getHeight()).isEqualTo(11);
        Pictures.assertColour(picture, 3, 2, Color.RED);
        Pictures.assertColour(picture, 13, 9, Color.YELLOW);
    }

    @Test
    void aWebpIsScaledToo() throws Exception {
        PictureProcessor small = new PictureProcessor(new ImageLimits(1_000_000, 1_000_000, 10, 1_000_000, 24, 1));

        for (byte[] upload : new byte[][] {WebpSamples.LOSSY, WebpSamples.LOSSLESS, WebpSamples.LOSSY_WITH_ALPHA}) {
            BufferedImage picture = Pictures.decoded(small.process(upload));

            assertThat(picture.getWidth()).isEqualTo(24);
            assertThat(picture.getHeight()).isEqualTo(16);
            Pictures.assertColour(picture, 4, 4, Color.RED);
            Pictures.assertColour(picture, 4, 12, Color.BLUE);
        }
    }

    @Test
    void twelveMegapixelsWithAlphaBecomeAHundredthOfTheirBytes() throws Exception {
        BufferedImage large = new BufferedImage(4000, 3000, BufferedImage.TYPE_4BYTE_ABGR);
        Graphics2D graphics = large.createGraphics();
        for (int i = 0; i < 400; i++) {
            graphics.setColor(new Color(i % 255, i * 3 % 255, 255 - i % 200, 255 - i % 128));
            graphics.fillOval(i * 9, i * 7, 500, 300);
        }
        graphics.dispose();

        CleanPicture picture = processor.process(Pictures.encoded(large, "png"));

        assertThat(picture.format()).isEqualTo(PictureFormat.PNG);
        assertThat(picture.bytes().remaining()).isLessThan(400_000);
    }

    @Test
    void manyPixelsAreAveragedInsteadOfLeftOut() throws Exception {
        BufferedImage checks = new BufferedImage(3000, 3000, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < 3000; y++) {
            for (int x = 0; x < 3000; x++) {
                checks.getRaster().setSample(x, y, 0, (x + y) % 2 * 200);
            }
        }

        BufferedImage picture = Pictures.decoded(processor.process(Pictures.encoded(checks, "png")));

        for (int i = 10; i < 500; i += 7) {
            assertThat(picture.getRaster().getSample(i, 511 - i, 0)).isCloseTo(100, within(12));
        }
    }

    @Test
    void whatIsInvisibleLeavesNoFringe() throws Exception {
        BufferedImage stripes = new BufferedImage(1024, 1024, BufferedImage.TYPE_4BYTE_ABGR);
        for (int y = 0; y < 1024; y++) {
            for (int x = 0; x < 1024; x++) {
                stripes.setRGB(x, y, x % 2 == 0 ? 0xFFFF0000 : 0x0000FF00);
            }
        }

        BufferedImage picture = Pictures.decoded(processor.process(Pictures.encoded(stripes, "png")));

        Color colour = new Color(picture.getRGB(256, 256), true);
        assertThat(colour.getAlpha()).isCloseTo(128, within(2));
        assertThat(colour.getRed()).isGreaterThan(252);
        assertThat(colour.getGreen()).isLessThan(3);
    }

    @Test
    void greysKeepTheirShade() throws Exception {
        BufferedImage grey = new BufferedImage(1000, 1000, BufferedImage.TYPE_BYTE_GRAY);
        BufferedImage deep = new BufferedImage(1000, 1000, BufferedImage.TYPE_USHORT_GRAY);
        BufferedImage withAlpha = greyWithAlpha(1000, 1000);
        for (int i = 0; i < 1_000_000; i++) {
            grey.getRaster().setSample(i % 1000, i / 1000, 0, 90);
            deep.getRaster().setSample(i % 1000, i / 1000, 0, 90 * 257);
            withAlpha.getRaster().setPixel(i % 1000, i / 1000, new int[] {90, 200});
        }

        for (BufferedImage upload : List.of(grey, deep, withAlpha)) {
            BufferedImage picture = Pictures.decoded(processor.process(Pictures.encoded(upload, "png")));

            assertThat(picture.getRaster().getSample(100, 100, 0)).isCloseTo(90, within(1));
        }
        BufferedImage picture = Pictures.decoded(processor.process(Pictures.encoded(withAlpha, "png")));
        assertThat(picture.getRGB(9, 9) >>> 24).isCloseTo(200, within(1));
        assertThat(Pictures.decoded(processor.process(Pictures.encoded(grey, "jpeg")))
                        .getType())
                .isEqualTo(BufferedImage.TYPE_BYTE_GRAY);
    }

    @Test
    void aPictureWhoseAlphaSaysNothingNeedsNone() throws Exception {
        BufferedImage opaque = new BufferedImage(600, 600, BufferedImage.TYPE_4BYTE_ABGR);
        Random random = new Random(14);
        for (int i = 0; i < 360_000; i++) {
            opaque.setRGB(i % 600, i / 600, 0xFF000000 | (128 + random.nextInt(32)) * 0x010101 + i % 600 / 6);
        }

        CleanPicture picture = processor.process(Pictures.encoded(opaque, "png"));

        assertThat(picture.format()).isEqualTo(PictureFormat.JPEG);
    }

    @Test
    void aPictureThatWasHeldOnItsSideIsScaledAndTurned() throws Exception {
        byte[] upload = Pictures.withSegment(
                Pictures.encoded(large(Pictures.scene(BufferedImage.TYPE_3BYTE_BGR), 960, 640), "jpeg"),
                0xE1,
                Pictures.namedExif(6));

        BufferedImage picture = Pictures.decoded(processor.process(upload));

        assertThat(picture.getWidth()).isEqualTo(341);
        assertThat(picture.getHeight()).isEqualTo(512);
        Pictures.assertColour(picture, 20, 20, Color.BLUE);
        Pictures.assertColour(picture, 320, 20, Color.RED);
        Pictures.assertColour(picture, 320, 490, Color.GREEN);
    }

    @Test
    void theColourProfileOfAPngIsApplied() throws Exception {
        byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        for (int type : new int[] {BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_4BYTE_ABGR}) {
            for (int side : new int[] {20, 800}) {
                byte[] upload =
                        Pictures.withChunk(Pictures.encoded(filled(type, side), "png"), "iCCP", profile(linear));

                BufferedImage picture = Pictures.decoded(processor.process(upload));

                // A quarter of the light looks like more than a half: sRGB 137 (IEC 61966-2-1).
                assertThat(picture.getRGB(8, 8) & 0xFF).isBetween(134, 140);
                assertThat(picture.getRGB(8, 8) >>> 24).isEqualTo(255);
            }
        }
    }

    @Test
    void aColourProfileThatIsNoneDoesNoHarm() throws Exception {
        byte[] grey = ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData();
        for (byte[] chunk : new byte[][] {profile(new byte[500]), profile(grey), new byte[3], new byte[0]}) {
            byte[] upload = Pictures.withChunk(Pictures.png(), "iCCP", chunk);

            Pictures.assertScene(Pictures.decoded(processor.process(upload)));
        }
    }

    @Test
    void aLargeStillGifBecomesAPictureOfManyColours() throws Exception {
        byte[] upload = new Animation(1000, 500).filled(500, 0, 500, 500, 1).end();

        CleanPicture picture = processor.process(upload);

        BufferedImage decoded = Pictures.decoded(picture);
        assertThat(picture.format()).isEqualTo(PictureFormat.PNG);
        assertThat(decoded.getWidth()).isEqualTo(512);
        assertThat(decoded.getRGB(100, 100) >>> 24).isZero();
        assertThat(decoded.getRGB(400, 100)).isEqualTo(Color.RED.getRGB());
    }

    @Test
    void aLargeAnimationIsScaledFrameByFrame() throws Exception {
        byte[] upload = new Animation(1024, 768)
                .loops(0)
                .timing(7, 1, -1)
                .filled(0, 0, 1024, 768, 1)
                .timing(300, 2, 3)
                .filled(512, 384, 256, 200, 2)
                .timing(12, 3, -1)
                .dot(1023, 767, 3)
                .end();

        CleanPicture picture = processor.process(upload);

        byte[] gif = Pictures.bytes(picture);
        assertThat(picture.format()).isEqualTo(PictureFormat.GIF);
        assertThat(Pictures.latin(gif)).startsWith("GIF89a\0\2\u0080\1").contains("NETSCAPE2.0");
        assertThat(Animation.frames(gif))
                .isEqualTo(List.of(
                        new Frame(0, 0, 512, 384, 7, "doNotDispose", 0xFFFF0000),
                        new Frame(256, 192, 128, 100, 300, "restoreToBackgroundColor", 0xFF00FF00),
                        new Frame(511, 383, 1, 1, 12, "restoreToPrevious", 0xFFFFFFFF)));
    }

    private static BufferedImage filled(int type, int side) {
        BufferedImage filled = new BufferedImage(side, side, type);
        for (int i = 0; i < side * side; i++) {
            filled.setRGB(i % side, i / side, 0xFF404040);
        }
        return filled;
    }

    private static BufferedImage large(BufferedImage picture, int width, int height) {
        BufferedImage large = new BufferedImage(width, height, picture.getType());
        Graphics2D graphics = large.createGraphics();
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return large;
    }

    private static BufferedImage greyWithAlpha(int width, int height) {
        ColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_GRAY),
                true,
                false,
                Transparency.TRANSLUCENT,
                DataBuffer.TYPE_BYTE);
        return new BufferedImage(model, model.createCompatibleWritableRaster(width, height), false, null);
    }

    private static byte[] profile(byte[] icc) throws IOException {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        chunk.writeBytes("a name\0\0".getBytes(StandardCharsets.US_ASCII));
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(chunk)) {
            deflated.write(icc);
        }
        return chunk.toByteArray();
    }
}
