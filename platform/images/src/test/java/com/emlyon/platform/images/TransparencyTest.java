package com.emlyon.platform.images;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.platform.images.format.PictureFormat;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is transparent in an upload is transparent in the picture, in whatever way the format says so. */
class TransparencyTest {

    private static final int GREY = 0;
    private static final int RGB = 2;

    private final PictureProcessor processor = new PictureProcessor(Pictures.LIMITS);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8, 16})
    void aGreyPngMayHaveOneGreyThatIsTransparent(int bits) throws Exception {
        int white = (1 << bits) - 1;
        byte[] upload = png(GREY, bits, new int[] {0, white, 0, white}, 0);

        CleanPicture picture = processor.process(upload);

        BufferedImage decoded = Pictures.decoded(picture);
        assertThat(picture.format()).isEqualTo(PictureFormat.PNG);
        assertThat(alphas(decoded, 4)).containsExactly(0, 255, 0, 255);
        assertThat(decoded.getRGB(1, 0)).isEqualTo(Color.WHITE.getRGB());
    }

    @Test
    void aGreyInBetweenMayBeTheTransparentOne() throws Exception {
        byte[] upload = png(GREY, 4, new int[] {3, 7, 12, 15}, 7);

        BufferedImage decoded = Pictures.decoded(processor.process(upload));

        assertThat(alphas(decoded, 4)).containsExactly(255, 0, 255, 255);
        assertThat(decoded.getRGB(0, 0)).isEqualTo(new Color(51, 51, 51).getRGB());
    }

    @Test
    void aGreyPngWithoutATransparentGreyHasNone() throws Exception {
        BufferedImage decoded = Pictures.decoded(processor.process(png(GREY, 2, new int[] {0, 1, 2, 3})));

        assertThat(alphas(decoded, 4)).containsExactly(255, 255, 255, 255);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16})
    void aColouredPngMayHaveOneColourThatIsTransparent(int bits) throws Exception {
        int most = (1 << bits) - 1;
        byte[] upload = png(RGB, bits, new int[] {most, 0, 0, 0, most, 0}, most, 0, 0);

        BufferedImage decoded = Pictures.decoded(processor.process(upload));

        assertThat(alphas(decoded, 2)).containsExactly(0, 255);
        assertThat(decoded.getRGB(1, 0)).isEqualTo(Color.GREEN.getRGB());
    }

    /** 240,000 bytes of pixels are 117.2 times the 2,048 that the reader grants each byte of a file. */
    @Test
    void aTransparentWebpOfFewBytesIsTaken() throws Exception {
        byte[] upload = new LosslessWebp(300, 200, true).transparent().end();
        assertThat(upload).hasSizeLessThan(43);

        CleanPicture picture = processor.process(upload);

        BufferedImage decoded = Pictures.decoded(picture);
        assertThat(picture.format()).isEqualTo(PictureFormat.PNG);
        assertThat(decoded.getWidth()).isEqualTo(300);
        assertThat(decoded.getHeight()).isEqualTo(200);
        assertThat(decoded.getRGB(299, 199) >>> 24).isZero();
    }

    @Test
    void everySizeOfATransparentWebpIsTaken() throws Exception {
        for (int width = 250; width < 350; width++) {
            byte[] upload = new LosslessWebp(width, 211, true).transparent().end();

            assertThat(Pictures.decoded(processor.process(upload)).getWidth()).isEqualTo(width);
        }
    }

    /** RFC 9649, section 4.4: an index that the palette does not have means transparent black. */
    @Test
    void aWebpMayMeanTransparentBlackByAnIndexBeyondItsPalette() throws Exception {
        byte[] upload = new LosslessWebp(8, 2, true)
                .threeTimesTheSameColour()
                .byTurns(0b11_11_11_00, 0b11_11_11_11, 4)
                .end();

        BufferedImage decoded = Pictures.decoded(processor.process(upload));

        assertThat(decoded.getRGB(0, 0)).isEqualTo(new Color(204, 0, 0, 5).getRGB());
        assertThat(alphas(decoded, 8)).containsExactly(5, 0, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void aWebpMayHaveItsAlphaUncompressed() throws Exception {
        byte[] alphas = new byte[Pictures.WIDTH * Pictures.HEIGHT];
        for (int i = 0; i < alphas.length; i++) {
            alphas[i] = (byte) (i % Pictures.WIDTH < 24 ? 255 : i / Pictures.WIDTH);
        }

        BufferedImage decoded = Pictures.decoded(processor.process(lossyWebp(Pictures.concat(new byte[1], alphas))));

        assertThat(decoded.getRGB(4, 4) >>> 24).isEqualTo(255);
        assertThat(decoded.getRGB(30, 20) >>> 24).isEqualTo(20);
        assertThat(decoded.getRGB(47, 31) >>> 24).isEqualTo(31);
    }

    @Test
    void uncompressedAlphaMayBeToldAsDifferences() throws Exception {
        byte[] alphas = new byte[Pictures.WIDTH * Pictures.HEIGHT];
        Arrays.fill(alphas, 0, Pictures.WIDTH, (byte) 5);
        byte[] horizontally = {1 << 2};

        BufferedImage decoded = Pictures.decoded(processor.process(lossyWebp(Pictures.concat(horizontally, alphas))));

        assertThat(decoded.getRGB(0, 0) >>> 24).isEqualTo(5);
        assertThat(decoded.getRGB(9, 0) >>> 24).isEqualTo(50);
        assertThat(decoded.getRGB(9, 31) >>> 24).isEqualTo(5);
    }

    private static byte[] lossyWebp(byte[] alpha) {
        byte[] lossy = WebpSamples.LOSSY;
        int body = 18 + 8 + alpha.length + (alpha.length & 1) + lossy.length - 12;
        ByteBuffer webp = ByteBuffer.allocate(12 + body).order(ByteOrder.LITTLE_ENDIAN);
        webp.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(4 + body);
        webp.put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII)).putInt(10).putInt(0x10);
        webp.put(new byte[] {Pictures.WIDTH - 1, 0, 0, Pictures.HEIGHT - 1, 0, 0});
        webp.put("ALPH".getBytes(StandardCharsets.US_ASCII))
                .putInt(alpha.length)
                .put(alpha);
        webp.position(webp.position() + (alpha.length & 1));
        return webp.put(lossy, 12, lossy.length - 12).array();
    }

    private static int[] alphas(BufferedImage picture, int count) {
        int[] alphas = picture.getRGB(0, 0, count, 1, null, 0, count);
        return Arrays.stream(alphas).map(argb -> argb >>> 24).toArray();
    }

    /** A PNG of one row, of the given samples. */
    private static byte[] png(int colourType, int bits, int[] samples, Integer... transparent) throws IOException {
        int channels = colourType == RGB ? 3 : 1;
        ByteBuffer header =
                ByteBuffer.allocate(13).putInt(samples.length / channels).putInt(1);
        header.put((byte) bits).put((byte) colourType);
        long packed = 0;
        ByteArrayOutputStream row = new ByteArrayOutputStream();
        row.write(0);
        int pending = 0;
        for (int sample : samples) {
            packed = packed << bits | sample;
            for (pending += bits; pending >= 8; pending -= 8) {
                row.write((int) (packed >>> pending - 8));
            }
        }
        if (pending > 0) {
            row.write((int) (packed << 8 - pending));
        }
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(zipped)) {
            row.writeTo(deflated);
        }
        ByteBuffer colour = ByteBuffer.allocate(transparent.length == 0 || transparent[0] == null ? 0 : 2 * channels);
        for (int i = 0; i < colour.capacity() / 2; i++) {
            colour.putShort(transparent[i].shortValue());
        }
        return Pictures.concat(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'},
                Pictures.chunk("IHDR", header.array()),
                colour.capacity() == 0 ? new byte[0] : Pictures.chunk("tRNS", colour.array()),
                Pictures.chunk("IDAT", zipped.toByteArray()),
                Pictures.chunk("IEND", new byte[0]));
    }
}
