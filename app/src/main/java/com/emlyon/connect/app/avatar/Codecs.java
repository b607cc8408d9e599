package com.emlyon.connect.app.avatar;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Decodes and encodes through ImageIO. The codecs are chosen once and by name, as ImageIO's own search depends on the class loader
 * of whichever thread comes first; and streams are in memory, as ImageIO's own leave copies of uploads in temporary files.
 */
final class Codecs {

    private static final float JPEG_QUALITY = 0.9f;

    private final ImageReaderSpi jpegReader = jpegReaderSpi();
    private final ImageReaderSpi webpReader = new WebPImageReaderSpi();
    private final ImageReaderSpi pngReader = readerSpi("png");
    private final ImageReaderSpi gifReader = readerSpi("gif");
    private final ImageWriterSpi jpegWriter = writerSpi("jpeg");
    private final ImageWriterSpi gifWriter = writerSpi("gif");

    BufferedImage decode(Envelope envelope) throws NotAPicture {
        ImageReaderSpi spi = switch (envelope.format()) {
            case JPEG -> jpegReader;
            case PNG -> pngReader;
            case WEBP -> webpReader;
            case GIF -> gifReader;
        };
        try (ByteArrayImageInputStream input = envelope.plain().open()) {
            ImageReader reader = spi.createReaderInstance();
            try {
                reader.setInput(input, true, true);
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException undecodable) {
            // The decoders answer damaged data with whatever exception it happens to cause.
            throw NotAPicture.broken("the picture is damaged", undecodable);
        }
    }

    void encode(PictureFormat format, BufferedImage picture, LimitedOutput output) throws NotAPicture {
        try {
            switch (format) {
                case JPEG -> writeJpeg(opaque(picture), output);
                case PNG -> new PngWriter(output).write(picture);
                case GIF -> throw new IllegalArgumentException("a GIF is copied frame by frame");
            }
        } catch (IOException failure) {
            if (output.overflowed()) {
                throw tooLarge();
            }
            throw new UncheckedIOException(failure);
        }
    }

    private void writeJpeg(BufferedImage picture, LimitedOutput output) throws IOException {
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(output)) {
            ImageWriter writer = jpegWriter.createWriterInstance();
            try {
                writer.setOutput(stream);
                ImageWriteParam param = writer.getDefaultWriteParam();
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(JPEG_QUALITY);
                writer.write(null, new IIOImage(picture, null, null), param);
            } finally {
                writer.dispose();
            }
        }
    }

    /** Copies frame by frame; the envelope has left no extensions but timing and the number of loops. */
    void copyAnimation(Envelope envelope, LimitedOutput output) throws NotAPicture {
        try (ByteArrayImageInputStream input = envelope.plain().open();
                ImageOutputStream stream = new MemoryCacheImageOutputStream(output)) {
            ImageReader reader = gifReader.createReaderInstance();
            ImageWriter writer = gifWriter.createWriterInstance();
            try {
                reader.setInput(input, false, false);
                writer.setOutput(stream);
                writer.prepareWriteSequence(reader.getStreamMetadata());
                for (int i = 0; i < envelope.frames(); i++) {
                    writer.writeToSequence(new IIOImage(reader.read(i), null, reader.getImageMetadata(i)), null);
                }
                writer.endWriteSequence();
            } finally {
                writer.dispose();
                reader.dispose();
            }
        } catch (IOException | RuntimeException failure) {
            throw output.overflowed() ? tooLarge() : NotAPicture.broken("the animation is damaged", failure);
        }
    }

    /** JPEG has no alpha channel: whatever shines through becomes white. */
    private static BufferedImage opaque(BufferedImage picture) {
        int type = picture.getType();
        if (type == BufferedImage.TYPE_3BYTE_BGR || type == BufferedImage.TYPE_BYTE_GRAY) {
            return picture;
        }
        BufferedImage opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = opaque.createGraphics();
        graphics.drawImage(picture, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return opaque;
    }

    private static NotAPicture tooLarge() {
        return NotAPicture.tooLarge("the encoded picture is too large");
    }

    private static ImageReaderSpi jpegReaderSpi() {
        IIORegistry registry = IIORegistry.getDefaultInstance();
        if (registry.getServiceProviderByClass(JPEGImageReaderSpi.class) == null) {
            registry.registerServiceProvider(new JPEGImageReaderSpi(), ImageReaderSpi.class);
        }
        return registry.getServiceProviderByClass(JPEGImageReaderSpi.class);
    }

    private static ImageReaderSpi readerSpi(String format) {
        return ImageIO.getImageReadersByFormatName(format).next().getOriginatingProvider();
    }

    private static ImageWriterSpi writerSpi(String format) {
        return ImageIO.getImageWritersByFormatName(format).next().getOriginatingProvider();
    }
}
