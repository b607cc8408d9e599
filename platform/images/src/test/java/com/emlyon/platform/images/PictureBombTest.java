package com.emlyon.platform.images;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.emlyon.platform.images.format.NotAPicture;
import com.emlyon.platform.images.format.PictureFormat;
import com.emlyon.platform.images.structure.Animation;
import com.sun.management.ThreadMXBean;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

/** Small files that would become enormous are refused before they do. */
class PictureBombTest {

    private final PictureProcessor processor = new PictureProcessor(Pictures.LIMITS);

    @Test
    void aPngOfFiftyThousandPixelsSquareIsRefusedByItsHeader() {
        assertTooLarge(png(50_000, 50_000, 8, 6));
    }

    @Test
    void aPngBeyondTheLimitIsRefusedAndOneWithinIsTaken() throws Exception {
        BufferedImage within = new BufferedImage(1000, 1000, BufferedImage.TYPE_BYTE_BINARY);
        BufferedImage beyond = new BufferedImage(1001, 1000, BufferedImage.TYPE_BYTE_BINARY);

        assertThat(processor.process(Pictures.encoded(within, "png")).format()).isEqualTo(PictureFormat.PNG);
        assertTooLarge(Pictures.encoded(beyond, "png"));
    }

    @Test
    void aPngWhoseSizeCannotBeCountedIsRefused() {
        assertTooLarge(png(Integer.MAX_VALUE, Integer.MAX_VALUE, 16, 6));
    }

    @Test
    void deepPixelsCountTwice() {
        assertTooLarge(png(1000, 501, 16, 6));
    }

    @Test
    void ofManyColourProfilesOnlyOneIsUnpacked() throws Exception {
        byte[][] profiles = new byte[500][];
        Arrays.fill(profiles, Pictures.chunk("iCCP", Pictures.concat("x\0\0".getBytes(US_ASCII), deflated(1 << 20))));
        byte[] png = Pictures.png();
        int behindHeader = 33;
        byte[] upload = Pictures.concat(
                Arrays.copyOf(png, behindHeader),
                Pictures.concat(profiles),
                Arrays.copyOfRange(png, behindHeader, png.length));

        processor.process(Pictures.png());
        long before = allocated();

        CleanPicture picture = processor.process(upload);

        assertThat(allocated() - before).isLessThan(20_000_000);
        Pictures.assertScene(Pictures.decoded(picture));
    }

    private static byte[] deflated(int zeros) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream packed = new DeflaterOutputStream(bytes)) {
            packed.write(new byte[zeros]);
        }
        return bytes.toByteArray();
    }

    @Test
    void aJpegThatClaimsToBeEnormousIsRefusedByItsHeader() throws Exception {
        byte[] upload = Pictures.jpeg();
        int frame = Pictures.latin(upload).indexOf("\u00FF\u00C0");
        ByteBuffer.wrap(upload).putShort(frame + 5, (short) 65_000).putShort(frame + 7, (short) 65_000);

        assertTooLarge(upload);
    }

    @Test
    void aJpegOfEndlessScansIsRefused() throws Exception {
        byte[] upload = Pictures.progressiveJpeg();
        int lastScan = Pictures.latin(upload).lastIndexOf("\u00FF\u00DA");
        byte[] scan = Arrays.copyOfRange(upload, lastScan, upload.length - 2);
        byte[][] parts = new byte[60][];
        Arrays.fill(parts, scan);
        byte[] bomb = Pictures.concat(
                Arrays.copyOf(upload, lastScan), Pictures.concat(parts), new byte[] {(byte) 0xFF, (byte) 0xD9});

        assertTooLarge(bomb);
    }

    @Test
    void aGifOfTooManyFramesIsRefused() {
        Animation animation = new Animation(1, 1);
        for (int i = 0; i <= Pictures.LIMITS.animationFrames(); i++) {
            animation.dot(0, 0, i % 4);
        }

        assertTooLarge(animation.end());
    }

    @Test
    void aGifOfFewLargeFramesIsRefused() {
        Animation animation = new Animation(1000, 1000);
        for (int i = 0; i < 3; i++) {
            animation.hollow(1000, 1000);
        }

        assertTooLarge(animation.end());
    }

    @Test
    void aGifWhoseFrameIsLargerThanItsScreenIsRefused() {
        assertTooLarge(new Animation(1, 1).hollow(65_535, 65_535).end());
    }

    @Test
    void aGifWhoseScreenIsLargerThanItsFramesIsRefused() {
        assertTooLarge(new Animation(65_535, 65_535).dot(0, 0, 1).end());
    }

    @Test
    void aGifOfManyFramesWithLongCodesIsRefused() {
        Animation animation = new Animation(1, 1);
        for (int i = 0; i < 100_000; i++) {
            animation.coded(1, 1, 11, 1);
        }

        long before = allocated();
        assertThatThrownBy(() -> processor.process(animation.end())).isInstanceOf(NotAPicture.class);

        assertThat(allocated() - before).isLessThan(500_000_000);
    }

    @Test
    void aWebpThatClaimsToBeEnormousIsRefused() {
        assertTooLarge(new LosslessWebp(16_384, 16_384).colour().end());
    }

    @Test
    void aWebpOfTheLargestPlainColourIsTaken() throws Exception {
        CleanPicture picture = processor.process(
                new LosslessWebp(1000, 1000).subtractGreen().colour().end());

        Pictures.assertColour(Pictures.decoded(picture), 8, 8, new Color(120, 90, 210));
    }

    @Test
    void aWebpThatRepeatsATransformIsRefusedAndOneOfEachIsTaken() throws Exception {
        LosslessWebp honest =
                new LosslessWebp(1000, 1000).predictor().subtractGreen().colour();
        LosslessWebp bomb = new LosslessWebp(1000, 1000);
        for (int i = 0; i < 10_000; i++) {
            bomb.predictor();
        }

        NotAPicture refusal = cheapRefusalOf(bomb.colour().end());

        assertThat(refusal).hasMessage("a WebP transform comes twice");
        assertThat(processor.process(honest.end()).format()).isEqualTo(PictureFormat.PNG);
    }

    @Test
    void aWebpOfTooManyCodesIsRefused() {
        assertTooLarge(new LosslessWebp(8, 8).groups(0xFFFF).end());
    }

    @Test
    void aPictureThatSwellsWhenItIsEncodedAgainIsRefused() throws Exception {
        PictureProcessor strict = new PictureProcessor(new ImageLimits(1_000_000, 1_000_000, 10, 4_000, 512, 1));
        BufferedImage noise = new BufferedImage(200, 200, BufferedImage.TYPE_3BYTE_BGR);
        Random random = new Random(3);
        for (int i = 0; i < 40_000; i++) {
            noise.setRGB(i % 200, i / 200, random.nextInt());
        }

        for (String format : new String[] {"png", "jpeg", "gif"}) {
            byte[] upload = Pictures.encoded(noise, format);

            NotAPicture refusal = catchThrowableOfType(NotAPicture.class, () -> strict.process(upload));

            assertThat(refusal.reason()).as(format).isEqualTo(NotAPicture.Reason.TOO_LARGE);
        }
    }

    private void assertTooLarge(byte[] upload) {
        assertThat(cheapRefusalOf(upload).reason()).isEqualTo(NotAPicture.Reason.TOO_LARGE);
    }

    /** Refuses an upload and proves that less memory was taken for it than one decoded picture would need. */
    private NotAPicture cheapRefusalOf(byte[] upload) {
        // The first time also loads classes.
        assertThatThrownBy(() -> processor.process(upload)).isInstanceOf(NotAPicture.class);
        long before = allocated();

        NotAPicture refusal = catchThrowableOfType(NotAPicture.class, () -> processor.process(upload));

        assertThat(refusal).isNotNull();
        assertThat(allocated() - before).isLessThan(2_000_000);
        return refusal;
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private static byte[] png(int width, int height, int bitDepth, int colourType) {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) bitDepth)
                .put((byte) colourType)
                .array();
        return Pictures.concat(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'},
                Pictures.chunk("IHDR", header),
                Pictures.chunk("IDAT", new byte[20]),
                Pictures.chunk("IEND", new byte[0]));
    }
}
