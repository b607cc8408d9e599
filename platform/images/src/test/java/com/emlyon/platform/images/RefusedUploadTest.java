package com.emlyon.platform.images;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.emlyon.platform.images.format.NotAPicture;
import com.emlyon.platform.images.structure.Animation;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no picture is refused, whatever it calls itself. */
class RefusedUploadTest {

    private final PictureProcessor processor = new PictureProcessor(Pictures.LIMITS);

    @Test
    void anEmptyUploadIsRefused() {
        assertThat(refusalOf(new byte[0]).reason()).isEqualTo(NotAPicture.Reason.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><script>alert(1)</script></html>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
                "<?xml version=\"1.0\"?><svg/>",
                "%PDF-1.7",
                "BM and so on",
                "PK\3\4",
                "GIF88a",
                "RIFF1234WAVE",
                "x"
            })
    void otherFilesAreRefused(String upload) {
        assertThat(refusalOf(upload.getBytes(US_ASCII)).reason()).isEqualTo(NotAPicture.Reason.UNKNOWN_FORMAT);
    }

    @Test
    void aDamagedPngIsRefused() throws Exception {
        byte[] upload = Pictures.png();
        upload[upload.length - 20] ^= 1;

        assertThat(refusalOf(upload).reason()).isEqualTo(NotAPicture.Reason.BROKEN);
    }

    @Test
    void aPngWhosePixelsAreMissingIsRefused() throws Exception {
        byte[] png = Pictures.png();
        byte[] upload = Pictures.concat(
                Arrays.copyOf(png, 33), Pictures.chunk("IDAT", new byte[10]), Pictures.chunk("IEND", new byte[0]));

        assertThat(refusalOf(upload).reason()).isEqualTo(NotAPicture.Reason.BROKEN);
    }

    @Test
    void aLosslessJpegIsRefused() throws Exception {
        byte[] upload = Pictures.jpeg();
        int frame = Pictures.latin(upload).indexOf("\u00FF\u00C0");
        upload[frame + 1] = (byte) 0xC3;

        assertThat(refusalOf(upload).reason()).isEqualTo(NotAPicture.Reason.BROKEN);
    }

    @Test
    void whateverTheBytesTheAnswerIsAPictureOrARefusal() throws Exception {
        byte[][] samples = {
            Pictures.jpeg(),
            Pictures.progressiveJpeg(),
            Pictures.png(),
            Pictures.gif(),
            new Animation(3, 3)
                    .loops(2)
                    .timing(5, 2, 1)
                    .dot(0, 0, 1)
                    .dot(1, 1, 2)
                    .end(),
            WebpSamples.LOSSY,
            WebpSamples.LOSSLESS,
            WebpSamples.LOSSY_WITH_ALPHA,
            WebpSamples.LOSSLESS_WITH_ALPHA,
            WebpSamples.ANIMATED
        };
        Random random = new Random(20);
        int pictures = 0;
        int refusals = 0;
        for (int i = 0; i < 1_500; i++) {
            byte[] upload = samples[i % samples.length].clone();
            for (int change = random.nextInt(1, 8); change > 0; change--) {
                upload[random.nextInt(upload.length)] = (byte) random.nextInt(256);
            }
            try {
                processor.process(upload);
                pictures++;
            } catch (NotAPicture refusal) {
                refusals++;
            }
        }

        assertThat(pictures).isPositive();
        assertThat(refusals).isPositive();
    }

    private NotAPicture refusalOf(byte[] upload) {
        return catchThrowableOfType(NotAPicture.class, () -> processor.process(upload));
    }
}
