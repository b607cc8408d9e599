package com.emlyon.platform.images;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.platform.images.format.PictureFormat;
import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

/** WebP becomes a format that everything can show. */
class WebpUploadTest {

    private final PictureProcessor processor = new PictureProcessor(Pictures.LIMITS);

    @Test
    void aLossyWebpBecomesAJpeg() throws Exception {
        CleanPicture picture = processor.process(WebpSamples.LOSSY);

        assertThat(picture.format()).isEqualTo(PictureFormat.JPEG);
        Pictures.assertScene(Pictures.decoded(picture));
    }

    @Test
    void aLosslessWebpBecomesTheSmallerOfPngAndJpeg() throws Exception {
        CleanPicture picture = processor.process(WebpSamples.LOSSLESS);

        assertThat(picture.format()).isEqualTo(PictureFormat.PNG);
        Pictures.assertScene(Pictures.decoded(picture));
    }

    @Test
    void aWebpWithAlphaBecomesAPngThatKeepsIt() throws Exception {
        for (byte[] upload : new byte[][] {WebpSamples.LOSSY_WITH_ALPHA, WebpSamples.LOSSLESS_WITH_ALPHA}) {
            CleanPicture picture = processor.process(upload);

            assertThat(picture.format()).isEqualTo(PictureFormat.PNG);
            BufferedImage decoded = Pictures.decoded(picture);
            Pictures.assertColour(decoded, 4, 4, Color.RED);
            Pictures.assertColour(decoded, 4, Pictures.HEIGHT - 5, Color.BLUE);
            assertThat(decoded.getRGB(Pictures.WIDTH - 5, Pictures.HEIGHT - 5) >>> 24)
                    .isZero();
        }
    }

    @Test
    void anAnimatedWebpBecomesItsFirstFrame() throws Exception {
        CleanPicture picture = processor.process(WebpSamples.ANIMATED);

        assertThat(picture.format()).isEqualTo(PictureFormat.JPEG);
        Pictures.assertScene(Pictures.decoded(picture));
    }

    @Test
    void theColourProfileOfAWebpIsApplied() throws Exception {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        byte[] plain = new LosslessWebp(16, 16).colour().end();
        ByteBuffer upload =
                ByteBuffer.allocate(plain.length + 18 + 8 + profile.length).order(ByteOrder.LITTLE_ENDIAN);
        upload.put("RIFF".getBytes(US_ASCII)).putInt(upload.capacity() - 8);
        upload.put("WEBPVP8X".getBytes(US_ASCII)).putInt(10).putInt(0x20).put(new byte[] {15, 0, 0, 15, 0, 0});
        upload.put("ICCP".getBytes(US_ASCII)).putInt(profile.length).put(profile);
        upload.put(plain, 12, plain.length - 12);

        BufferedImage without = Pictures.decoded(processor.process(plain));
        BufferedImage with = Pictures.decoded(processor.process(upload.array()));

        // Linear 30, 90, 120 looks like this in sRGB (IEC 61966-2-1).
        Pictures.assertColour(without, 8, 8, new Color(30, 90, 120));
        Pictures.assertColour(with, 8, 8, new Color(96, 160, 183));
    }
}
