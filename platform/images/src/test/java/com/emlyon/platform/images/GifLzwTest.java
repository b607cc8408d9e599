package com.emlyon.platform.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.emlyon.platform.images.format.NotAPicture;
import com.emlyon.platform.images.format.PictureFormat;
import com.emlyon.platform.images.structure.Animation;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GIFs may tell few colours by long codes. */
class GifLzwTest {

    private final PictureProcessor processor = new PictureProcessor(Pictures.LIMITS);

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8, 9, 10, 11})
    void codesOfAnySizeAreRead(int codeSize) throws Exception {
        byte[] upload = new Animation(2, 2).coded(2, 2, codeSize, 1, 2, 3, 1).end();

        CleanPicture picture = processor.process(upload);

        BufferedImage decoded = Pictures.decoded(picture);
        assertThat(picture.format()).isEqualTo(PictureFormat.GIF);
        assertThat(decoded.getRGB(0, 0, 2, 2, null, 0, 2))
                .containsExactly(0xFFFF0000, 0xFF00FF00, 0xFFFFFFFF, 0xFFFF0000);
    }

    @Test
    void codesThatAreLongerThanTheFormatAllowsAreRefused() {
        byte[] upload = new Animation(2, 2).coded(2, 2, 12, 1, 2, 3, 1).end();

        assertThatThrownBy(() -> processor.process(upload)).isInstanceOf(NotAPicture.class);
    }

    @Test
    void whatTheJdkWritesIsReadInTheSameWay() throws Exception {
        Random random = new Random(11);
        for (int colours = 2; colours <= 256; colours *= 2) {
            BufferedImage picture = new BufferedImage(150, 90, BufferedImage.TYPE_BYTE_INDEXED);
            for (int i = 0; i < 150 * 90; i++) {
                picture.getRaster().setSample(i % 150, i / 150, 0, random.nextInt(1 + i % colours));
            }
            byte[] gif = Pictures.encoded(picture, "gif");

            // Without trailer and end of data the codes are read and written anew.
            BufferedImage anew = Pictures.decoded(processor.process(Arrays.copyOf(gif, gif.length - 2)));

            assertThat(anew.getRGB(0, 0, 150, 90, null, 0, 150)).isEqualTo(picture.getRGB(0, 0, 150, 90, null, 0, 150));
        }
    }

    @Test
    void aFrameThatClaimsToBeEnormousIsNotWrittenAnew() {
        byte[] upload = new Animation(10, 10).coded(65_535, 65_535, 11, 1).end();

        assertThatThrownBy(() -> processor.process(upload))
                .isInstanceOfSatisfying(
                        NotAPicture.class,
                        refused -> assertThat(refused.reason()).isEqualTo(NotAPicture.Reason.TOO_LARGE));
    }
}
