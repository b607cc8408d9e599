package com.emlyon.platform.images;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.platform.images.format.PictureFormat;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A picture that goes in comes out as the same picture. */
class CleanPictureTest {

    private static final byte[] RED_CMYK_JPEG = Pictures.base64("""
                    /9j/7gAOQWRvYmUAZAAAAAAA/9sAQwANCQoLCggNCwoLDg4NDxMgFRMSEhMnHB4XIC4pMTAuKS0sMzpKPjM2RjcsLUBXQUZMTlJT
                    UjI+WmFaUGBKUVJP/8AAFAgAEAAQBEMRAE0RAFkRAEsRAP/EABYAAQEBAAAAAAAAAAAAAAAAAAAGB//EABQQAQAAAAAAAAAAAAAA
                    AAAAAAD/2gAOBEMATQBZAEsAAD8AuUSiWnAAAAP/2Q==""");

    private final PictureProcessor processor = new PictureProcessor(Pictures.LIMITS);

    @Test
    void aJpegStaysAJpeg() throws Exception {
        CleanPicture picture = processor.process(Pictures.jpeg());

        assertThat(picture.format()).isEqualTo(PictureFormat.JPEG);
        Pictures.assertScene(Pictures.decoded(picture));
    }

    @Test
    void aProgressiveJpegStaysAJpeg() throws Exception {
        CleanPicture picture = processor.process(Pictures.progressiveJpeg());

        assertThat(picture.format()).isEqualTo(PictureFormat.JPEG);
        Pictures.assertScene(Pictures.decoded(picture));
    }

    @Test
    void aGreyJpegKeepsItsShades() throws Exception {
        BufferedImage grey = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 256; i++) {
            grey.getRaster().setSample(i % 16, i / 16, 0, 90);
        }

        BufferedImage picture = Pictures.decoded(processor.process(Pictures.encoded(grey, "jpeg")));

        assertThat(picture.getType()).isEqualTo(BufferedImage.TYPE_BYTE_GRAY);
        assertThat(picture.getRaster().getSample(8, 8, 0)).isBetween(88, 92);
    }

    @Test
    void theFourInksOfAPrintersJpegBecomeColoursOfTheScreen() throws Exception {
        CleanPicture picture = processor.process(RED_CMYK_JPEG);

        assertThat(picture.format()).isEqualTo(PictureFormat.JPEG);
        Pictures.assertColour(Pictures.decoded(picture), 8, 8, new Color(220, 40, 40));
    }

    @Test
    void aPngKeepsItsPixelsAndItsAlpha() throws Exception {
        BufferedImage scene = Pictures.scene(BufferedImage.TYPE_4BYTE_ABGR);
        scene.setRGB(7, 9, 0x40123456);

        CleanPicture picture = processor.process(Pictures.encoded(scene, "png"));

        assertThat(picture.format()).isEqualTo(PictureFormat.PNG);
        assertSamePixels(Pictures.decoded(picture), scene);
    }

    @Test
    void everyKindOfPngKeepsItsPixels() throws Exception {
        Random random = new Random(1);
        int[] types = {
            BufferedImage.TYPE_3BYTE_BGR,
            BufferedImage.TYPE_4BYTE_ABGR,
            BufferedImage.TYPE_BYTE_GRAY,
            BufferedImage.TYPE_BYTE_BINARY,
            BufferedImage.TYPE_BYTE_INDEXED,
            BufferedImage.TYPE_USHORT_GRAY
        };
        for (int type : types) {
            for (int width = 1; width < 20; width += 6) {
                BufferedImage noise = new BufferedImage(width, 13, type);
                for (int y = 0; y < noise.getHeight(); y++) {
                    for (int x = 0; x < width; x++) {
                        noise.setRGB(x, y, random.nextInt());
                    }
                }

                CleanPicture picture = processor.process(Pictures.encoded(noise, "png"));

                assertSamePixels(Pictures.decoded(picture), noise);
            }
        }
    }

    @Test
    void thePaletteOfAPngKeepsWhatIsTransparent() throws Exception {
        byte[] halfRed = {(byte) 200, 0, 0, 0};
        byte[] alphas = {(byte) 255, 0, (byte) 128, (byte) 255};
        IndexColorModel palette = new IndexColorModel(2, 4, halfRed, halfRed, halfRed, alphas);
        BufferedImage indexed = new BufferedImage(10, 3, BufferedImage.TYPE_BYTE_BINARY, palette);
        for (int i = 0; i < 30; i++) {
            indexed.getRaster().setSample(i % 10, i / 10, 0, i % 4);
        }

        BufferedImage picture = Pictures.decoded(processor.process(Pictures.encoded(indexed, "png")));

        assertThat(picture.getColorModel()).isInstanceOf(IndexColorModel.class);
        assertSamePixels(picture, indexed);
    }

    @Test
    void aPngThatIsAPhotographBecomesAJpeg() throws Exception {
        BufferedImage gradient = new BufferedImage(400, 300, BufferedImage.TYPE_3BYTE_BGR);
        Random random = new Random(2);
        for (int y = 0; y < 300; y++) {
            for (int x = 0; x < 400; x++) {
                gradient.setRGB(x, y, (x / 2 + random.nextInt(3)) << 16 | (y * 2 / 3) << 8 | (x + y) / 3);
            }
        }
        byte[] upload = Pictures.encoded(gradient, "png");

        CleanPicture picture = processor.process(upload);

        assertThat(picture.format()).isEqualTo(PictureFormat.JPEG);
        assertThat(picture.bytes().remaining()).isLessThan(upload.length / 4);
        Pictures.assertColour(Pictures.decoded(picture), 200, 150, new Color(gradient.getRGB(200, 150)));
    }

    @Test
    void aStillGifStaysAGif() throws Exception {
        CleanPicture picture = processor.process(Pictures.gif());

        assertThat(picture.format()).isEqualTo(PictureFormat.GIF);
        Pictures.assertScene(Pictures.decoded(picture));
    }

    @Test
    void aCleanPictureMayBeUploadedAgain() throws Exception {
        for (byte[] upload : new byte[][] {Pictures.jpeg(), Pictures.png(), Pictures.gif()}) {
            CleanPicture once = processor.process(upload);

            CleanPicture twice = processor.process(Pictures.bytes(once));

            assertThat(twice.format()).isEqualTo(once.format());
            Pictures.assertScene(Pictures.decoded(twice));
        }
    }

    private static void assertSamePixels(BufferedImage actual, BufferedImage expected) {
        assertThat(actual.getWidth()).isEqualTo(expected.getWidth());
        assertThat(actual.getHeight()).isEqualTo(expected.getHeight());
        for (int y = 0; y < expected.getHeight(); y++) {
            for (int x = 0; x < expected.getWidth(); x++) {
                assertThat(actual.getRGB(x, y)).as("pixel %d, %d", x, y).isEqualTo(expected.getRGB(x, y));
            }
        }
    }
}
