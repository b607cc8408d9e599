package com.emlyon.platform.images;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.GpsDirectory;
import com.emlyon.platform.images.structure.Animation;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.stream.StreamSupport;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Nothing that an upload carries besides its pixels is ever kept. */
class NoMetadataTest {

    private final PictureProcessor processor = new PictureProcessor(Pictures.LIMITS);

    @Test
    void aPhoneTellsNobodyWhereItsPictureWasTaken() throws Exception {
        byte[] upload = Pictures.withSegment(Pictures.jpeg(), 0xE1, Pictures.namedExif(6));
        assertThat(metadata(upload).getFirstDirectoryOfType(GpsDirectory.class))
                .extracting(GpsDirectory::getGeoLocation)
                .extracting(GeoLocation::getLatitude)
                .isEqualTo(45.75);

        byte[] picture = Pictures.bytes(processor.process(upload));

        assertOnlyPicture(picture);
        BufferedImage decoded = Pictures.decoded(processor.process(upload));
        assertThat(decoded.getWidth()).isEqualTo(Pictures.HEIGHT);
        assertThat(decoded.getHeight()).isEqualTo(Pictures.WIDTH);
    }

    @Test
    void commentsAndForeignSegmentsOfAJpegAreGone() throws Exception {
        byte[] upload = Pictures.jpeg();
        upload = Pictures.withSegment(upload, 0xFE, "secret comment".getBytes(US_ASCII));
        upload = Pictures.withSegment(upload, 0xED, "Photoshop 3.0\0secret caption".getBytes(US_ASCII));
        upload = Pictures.withSegment(
                upload, 0xE1, "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>secret</x:xmpmeta>".getBytes(US_ASCII));

        assertOnlyPicture(Pictures.bytes(processor.process(upload)));
    }

    @Test
    void aColourProfileIsAppliedAndThenGone() throws Exception {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        byte[] name = "ICC_PROFILE\0\1\1".getBytes(ISO_8859_1);
        BufferedImage linear = new BufferedImage(16, 16, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < 256; i++) {
            linear.setRGB(i % 16, i / 16, 0x404040);
        }
        byte[] upload = Pictures.withSegment(Pictures.encoded(linear, "jpeg"), 0xE2, Pictures.concat(name, profile));

        CleanPicture picture = processor.process(upload);

        assertOnlyPicture(Pictures.bytes(picture));
        // A quarter of the light looks like more than a half: sRGB 137 (IEC 61966-2-1).
        assertThat(Pictures.decoded(picture).getRGB(8, 8) & 0xFF).isBetween(134, 140);
    }

    @Test
    void textsAndExifOfAPngAreGone() throws Exception {
        byte[] upload = Pictures.withChunk(Pictures.png(), "tEXt", "Author\0secret name".getBytes(US_ASCII));
        upload = Pictures.withChunk(upload, "eXIf", Pictures.exif(6));
        upload = Pictures.withChunk(upload, "zTXt", compressed("secret text"));

        CleanPicture picture = processor.process(upload);

        assertOnlyPicture(Pictures.bytes(picture));
        assertThat(Pictures.latin(Pictures.bytes(picture))).doesNotContain("tEXt", "zTXt", "eXIf");
        assertThat(Pictures.decoded(picture).getWidth()).isEqualTo(Pictures.HEIGHT);
    }

    @Test
    void anArchiveBehindAPictureIsGone() throws Exception {
        byte[] archive = zip("secret.txt");
        for (byte[] clean : new byte[][] {Pictures.png(), Pictures.jpeg(), Pictures.gif(), WebpSamples.LOSSLESS}) {
            byte[] picture = Pictures.bytes(processor.process(Pictures.concat(clean, archive)));

            assertOnlyPicture(picture);
            assertThat(Pictures.latin(picture)).doesNotContain("PK\3\4", "secret.txt");
        }
    }

    @Test
    void anArchiveInsideAPngIsGone() throws Exception {
        byte[] upload = Pictures.withChunk(Pictures.png(), "zIPp", zip("secret.txt"));

        byte[] picture = Pictures.bytes(processor.process(upload));

        assertThat(Pictures.latin(picture)).doesNotContain("PK\3\4", "secret");
    }

    @Test
    void commentsAndForeignExtensionsOfAGifAreGone() throws Exception {
        byte[] upload = new Animation(1, 1)
                .comment("secret comment")
                .application("XMP DataXMP", 's', 'e', 'c', 'r', 'e', 't')
                .dot(0, 0, 1)
                .comment("another secret")
                .end();

        byte[] picture = Pictures.bytes(processor.process(upload));

        assertOnlyPicture(picture);
        assertThat(Pictures.latin(picture)).doesNotContain("XMP");
    }

    @Test
    void theExifOfAWebpIsGone() throws Exception {
        CleanPicture picture = processor.process(WebpSamples.WITH_EXIF);

        assertOnlyPicture(Pictures.bytes(picture));
        assertThat(Pictures.decoded(picture).getWidth()).isEqualTo(Pictures.HEIGHT);
    }

    private static void assertOnlyPicture(byte[] picture) throws Exception {
        assertThat(Pictures.latin(picture)).doesNotContain("Exif", "SecretCam", "secret", "ICC_PROFILE", "xmpmeta");
        assertThat(StreamSupport.stream(metadata(picture).getDirectories().spliterator(), false)
                        .map(Directory::getName))
                .allMatch(name ->
                        name.matches("JPEG|JFIF|Huffman|PNG-IHDR|PNG-PLTE|GIF (Header|Image|Control)|File Type"));
    }

    private static Metadata metadata(byte[] picture) throws Exception {
        return ImageMetadataReader.readMetadata(new ByteArrayInputStream(picture));
    }

    private static byte[] compressed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("Comment\0\0".getBytes(US_ASCII));
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(bytes)) {
            deflated.write(text.getBytes(US_ASCII));
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(new byte[100]);
        }
        return bytes.toByteArray();
    }
}
