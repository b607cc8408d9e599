package com.emlyon.platform.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.assertj.core.data.Offset;

/** Uploads for the tests, and eyes for what becomes of them. */
final class Pictures {

    static final int WIDTH = 48;
    static final int HEIGHT = 32;

    static final ImageLimits LIMITS = new ImageLimits(1_000_000, 2_000_000, 50, 4_000_000, 512, 2);

    private Pictures() {}

    /** Four coloured corners: red, green, and below them blue, yellow. */
    static BufferedImage scene(int type) {
        BufferedImage scene = new BufferedImage(WIDTH, HEIGHT, type);
        Graphics2D graphics = scene.createGraphics();
        Color[] colours = {Color.RED, Color.GREEN, Color.BLUE, Color.YELLOW};
        for (int i = 0; i < colours.length; i++) {
            graphics.setColor(colours[i]);
            graphics.fillRect(i % 2 * WIDTH / 2, i / 2 * HEIGHT / 2, WIDTH / 2, HEIGHT / 2);
        }
        graphics.dispose();
        return scene;
    }

    static byte[] encoded(BufferedImage picture, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(picture, format, bytes)).isTrue();
        return bytes.toByteArray();
    }

    static byte[] jpeg() throws IOException {
        return encoded(scene(BufferedImage.TYPE_3BYTE_BGR), "jpeg");
    }

    static byte[] progressiveJpeg() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(stream);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.write(null, new IIOImage(scene(BufferedImage.TYPE_3BYTE_BGR), null, null), param);
        }
        return bytes.toByteArray();
    }

    static byte[] png() throws IOException {
        return encoded(scene(BufferedImage.TYPE_3BYTE_BGR), "png");
    }

    static byte[] gif() throws IOException {
        return encoded(scene(BufferedImage.TYPE_BYTE_INDEXED), "gif");
    }

    static byte[] bytes(CleanPicture picture) {
        byte[] bytes = new byte[picture.bytes().remaining()];
        picture.bytes().get(bytes);
        return bytes;
    }

    static BufferedImage decoded(CleanPicture picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(bytes(picture)));
    }

    static void assertColour(BufferedImage picture, int x, int y, Color expected) {
        Color actual = new Color(picture.getRGB(x, y), true);
        assertThat(actual.getRed()).as("red of %s", actual).isCloseTo(expected.getRed(), within());
        assertThat(actual.getGreen()).as("green of %s", actual).isCloseTo(expected.getGreen(), within());
        assertThat(actual.getBlue()).as("blue of %s", actual).isCloseTo(expected.getBlue(), within());
        assertThat(actual.getAlpha()).as("alpha of %s", actual).isEqualTo(expected.getAlpha());
    }

    private static Offset<Integer> within() {
        return Offset.offset(25);
    }

    static void assertScene(BufferedImage picture) {
        assertThat(picture.getWidth()).isEqualTo(WIDTH);
        assertThat(picture.getHeight()).isEqualTo(HEIGHT);
        assertColour(picture, 4, 4, Color.RED);
        assertColour(picture, WIDTH - 5, 4, Color.GREEN);
        assertColour(picture, 4, HEIGHT - 5, Color.BLUE);
        assertColour(picture, WIDTH - 5, HEIGHT - 5, Color.YELLOW);
    }

    /** Puts a segment behind the start of a JPEG. */
    static byte[] withSegment(byte[] jpeg, int marker, byte[] body) {
        return ByteBuffer.allocate(jpeg.length + 4 + body.length)
                .put(jpeg, 0, 2)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (body.length + 2))
                .put(body)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    /** Puts a chunk behind the header of a PNG. */
    static byte[] withChunk(byte[] png, String type, byte[] body) {
        int headerEnd = 8 + 12 + 13;
        byte[] chunk = chunk(type, body);
        return ByteBuffer.allocate(png.length + chunk.length)
                .put(png, 0, headerEnd)
                .put(chunk)
                .put(png, headerEnd, png.length - headerEnd)
                .array();
    }

    static byte[] chunk(String type, byte[] body) {
        ByteBuffer chunk = ByteBuffer.allocate(12 + body.length).putInt(body.length);
        chunk.put(type.getBytes(StandardCharsets.US_ASCII)).put(body);
        CRC32 crc = new CRC32();
        crc.update(chunk.array(), 4, 4 + body.length);
        return chunk.putInt((int) crc.getValue()).array();
    }

    /** An EXIF block that tells how the camera was held, who made it, and that it stood at 45° 45' N, 4° 45' E. */
    static byte[] exif(int orientation) {
        byte[] maker = "SecretCam\0".getBytes(StandardCharsets.US_ASCII);
        int gpsDirectory = 8 + 2 + 3 * 12 + 4 + maker.length;
        int degrees = gpsDirectory + 2 + 4 * 12 + 4;
        ByteBuffer tiff = ByteBuffer.allocate(degrees + 2 * 24);
        tiff.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8);
        tiff.putShort((short) 3);
        entry(tiff, 0x010F, 2, maker.length, gpsDirectory - maker.length);
        entry(tiff, 0x0112, 3, 1, orientation << 16);
        entry(tiff, 0x8825, 4, 1, gpsDirectory);
        tiff.putInt(0).put(maker);
        tiff.putShort((short) 4);
        entry(tiff, 0x0001, 2, 2, 'N' << 24);
        entry(tiff, 0x0002, 5, 3, degrees);
        entry(tiff, 0x0003, 2, 2, 'E' << 24);
        entry(tiff, 0x0004, 5, 3, degrees + 24);
        tiff.putInt(0);
        for (int part : new int[] {45, 45, 0, 4, 45, 0}) {
            tiff.putInt(part).putInt(1);
        }
        return tiff.array();
    }

    static byte[] namedExif(int orientation) {
        return concat("Exif\0\0".getBytes(StandardCharsets.US_ASCII), exif(orientation));
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    static byte[] base64(String text) {
        return Base64.getMimeDecoder().decode(text);
    }

    static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
