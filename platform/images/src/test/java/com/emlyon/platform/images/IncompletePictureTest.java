package com.emlyon.platform.images;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.emlyon.platform.images.format.NotAPicture;
import com.emlyon.platform.images.structure.Animation;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A picture whose end is missing is taken if all its pixels are there, as browsers show it whole; else it is refused. */
class IncompletePictureTest {

    private final PictureProcessor processor = new PictureProcessor(Pictures.LIMITS);

    @Test
    void aJpegWithoutItsEndIsWhole() throws Exception {
        for (byte[] upload : new byte[][] {Pictures.jpeg(), Pictures.progressiveJpeg()}) {
            for (int missing = 1; missing <= 2; missing++) {
                Pictures.assertScene(Pictures.decoded(processor.process(cut(upload, missing))));
            }
        }
    }

    @Test
    void aProgressiveJpegWithoutItsLastScansIsRefused() throws Exception {
        byte[] upload = Pictures.progressiveJpeg();
        String text = Pictures.latin(upload);
        for (int scan = text.lastIndexOf("\u00FF\u00DA"); scan > 0; scan = text.lastIndexOf("\u00FF\u00DA", scan - 1)) {
            assertCutOff(Arrays.copyOf(upload, scan));
        }
    }

    @Test
    void aPngWithoutItsLastChunkIsWhole() throws Exception {
        byte[] upload = Pictures.png();
        int lastChunk = 12;
        int checksum = 4;
        for (int missing = 1; missing <= lastChunk + checksum; missing++) {
            Pictures.assertScene(Pictures.decoded(processor.process(cut(upload, missing))));
        }
    }

    @Test
    void aPngThatIsCutOffInATextBehindItsPixelsIsWhole() throws Exception {
        byte[] upload = Pictures.concat(
                cut(Pictures.png(), 12), cut(Pictures.chunk("tEXt", "Title\0a picture".getBytes(US_ASCII)), 9));

        Pictures.assertScene(Pictures.decoded(processor.process(upload)));
    }

    @Test
    void aGifWithoutItsTrailerIsWhole() throws Exception {
        byte[] upload = Pictures.gif();

        Pictures.assertScene(Pictures.decoded(processor.process(cut(upload, 1))));
        Pictures.assertScene(Pictures.decoded(processor.process(cut(upload, 2))));
    }

    @Test
    void aWebpThatIsCutOffBehindItsPixelsIsWhole() throws Exception {
        byte[] upload = WebpSamples.WITH_EXIF;
        int exif = Pictures.latin(upload).lastIndexOf("EXIF");

        for (int length = exif; length < upload.length; length++) {
            Pictures.assertScene(Pictures.decoded(processor.process(Arrays.copyOf(upload, length))));
        }
    }

    @Test
    void aPictureCutOffAnywhereIsEitherWholeOrRefused() throws Exception {
        Map<String, byte[]> uploads = Map.of(
                "JPEG", Pictures.jpeg(),
                "progressive JPEG", Pictures.progressiveJpeg(),
                "PNG", Pictures.png(),
                "GIF", Pictures.gif(),
                "lossy WebP", WebpSamples.LOSSY,
                "lossless WebP", WebpSamples.LOSSLESS,
                "WebP with alpha", WebpSamples.LOSSY_WITH_ALPHA);

        for (Map.Entry<String, byte[]> upload : uploads.entrySet()) {
            byte[] whole = upload.getValue();
            BufferedImage expected = Pictures.decoded(processor.process(whole));
            for (int length = 0; length < whole.length; length++) {
                try {
                    BufferedImage picture = Pictures.decoded(processor.process(Arrays.copyOf(whole, length)));

                    assertThat(pixels(picture))
                            .as("%s of %d bytes, cut off after %d", upload.getKey(), whole.length, length)
                            .isEqualTo(pixels(expected));
                    assertThat(whole.length - length).isLessThan(whole.length / 4);
                } catch (NotAPicture refused) {
                    assertThat(refused.reason()).isNotEqualTo(NotAPicture.Reason.TOO_LARGE);
                }
            }
        }
    }

    @Test
    void aPhotographCutInItsMiddleIsRefused() throws Exception {
        BufferedImage noise = new BufferedImage(300, 200, BufferedImage.TYPE_3BYTE_BGR);
        Random random = new Random(15);
        for (int i = 0; i < 60_000; i++) {
            noise.setRGB(i % 300, i / 300, random.nextInt());
        }
        for (String format : new String[] {"jpeg", "png", "gif"}) {
            byte[] upload = Pictures.encoded(noise, format);

            assertCutOff(Arrays.copyOf(upload, upload.length / 2));
            assertCutOff(cut(upload, 100));
        }
    }

    @Test
    void anAnimationKeepsTheFramesThatAreWhole() throws Exception {
        byte[] upload = new Animation(2, 2)
                .timing(5, 0, -1)
                .dot(0, 0, 1)
                .timing(5, 0, -1)
                .dot(1, 1, 2)
                .end();

        byte[] picture = Pictures.bytes(processor.process(cut(upload, 1)));

        assertThat(Animation.frames(picture)).hasSize(2);
    }

    private void assertCutOff(byte[] upload) {
        assertThatThrownBy(() -> processor.process(upload))
                .isInstanceOfSatisfying(
                        NotAPicture.class,
                        refused -> assertThat(refused.reason()).isEqualTo(NotAPicture.Reason.BROKEN));
    }

    private static byte[] cut(byte[] upload, int missing) {
        return Arrays.copyOf(upload, upload.length - missing);
    }

    private static int[] pixels(BufferedImage picture) throws IOException {
        return picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    }
}
