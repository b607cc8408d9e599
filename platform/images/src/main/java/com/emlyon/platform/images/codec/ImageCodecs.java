package com.emlyon.platform.images.codec;

import com.emlyon.platform.images.format.InputFormat;
import com.emlyon.platform.images.format.NotAPicture;
import com.emlyon.platform.images.format.PictureFormat;
import com.emlyon.platform.images.structure.ImageStructure;
import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Decodes and encodes through ImageIO. The codecs are chosen once and by name, because the result of ImageIO's own
 * search depends on the class loader of the thread that searches first. Streams are in memory, because ImageIO's own
 * streams leave copies of pictures in temporary files.
 */
public final class ImageCodecs {

    private static final float JPEG_QUALITY = 0.9f;

    /** The best compression, which takes only milliseconds for pictures of the size that is stored. */
    private static final float SMALLEST_PNG = 0;

    private final ImageReaderSpi jpegReader = jpegReaderSpi();
    private final ImageReaderSpi webpReader = new WebPImageReaderSpi();
    private final ImageReaderSpi pngReader = readerSpi("png");
    private final ImageReaderSpi gifReader = readerSpi("gif");
    private final ImageWriterSpi jpegWriter = writerSpi("jpeg");
    private final ImageWriterSpi pngWriter = writerSpi("png");
    private final ImageWriterSpi gifWriter = writerSpi("gif");

    /**
     * Decodes a still, or the first frame of an animation. Of each row and each column, only every n-th pixel is
     * decoded, where n is the subsampling.
     */
    public BufferedImage decode(ImageStructure structure, int subsampling) throws NotAPicture {
        ImageReaderSpi spi = switch (structure.format()) {
            case JPEG -> jpegReader;
            case PNG -> pngReader;
            case WEBP -> webpReader;
            case GIF -> gifReader;
        };
        AtomicBoolean pixelsMissing = new AtomicBoolean();
        try (ByteArrayImageInputStream input = structure.stripped().open()) {
            ImageReader reader = spi.createReaderInstance();
            try {
                reader.setInput(input, true, true);
                reader.addIIOReadWarningListener((source, warning) ->
                        pixelsMissing.set(structure.stripped().isCompleted()));
                ImageReadParam param = reader.getDefaultReadParam();
                param.setSourceSubsampling(subsampling, subsampling, 0, 0);
                BufferedImage picture = reader.read(0, param);
                if (pixelsMissing.get()) {
                    throw NotAPicture.broken("the picture is cut off");
                }
                return structure.format() == InputFormat.GIF
                        ? onScreen(picture, reader.getImageMetadata(0), structure)
                        : picture;
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException undecodable) {
            // The decoders may throw any exception for damaged data.
            throw NotAPicture.broken("the picture is damaged", undecodable);
        }
    }

    /**
     * Encodes a still.
     *
     * @throws NotAPicture if it takes more bytes than allowed
     */
    public byte[] encode(PictureFormat format, BufferedImage picture, long mostBytes) throws NotAPicture {
        LimitedOutput output = new LimitedOutput(mostBytes);
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(output)) {
            ImageWriter writer = (format == PictureFormat.JPEG ? jpegWriter : pngWriter).createWriterInstance();
            try {
                writer.setOutput(stream);
                ImageWriteParam param = writer.getDefaultWriteParam();
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(format == PictureFormat.JPEG ? JPEG_QUALITY : SMALLEST_PNG);
                writer.write(null, new IIOImage(picture, null, null), param);
            } finally {
                writer.dispose();
            }
        } catch (IOException failure) {
            if (output.overflowed()) {
                throw tooLarge();
            }
            throw new UncheckedIOException(failure);
        }
        return output.toByteArray();
    }

    /**
     * Copies or scales an animation frame by frame. The structure has removed all extensions but timing and the number
     * of loops.
     */
    public byte[] encodeAnimation(ImageStructure structure, PictureScaler scaler, long mostBytes) throws NotAPicture {
        LimitedOutput output = new LimitedOutput(mostBytes);
        boolean scaled = scaler.isTooLarge(structure);
        try (ByteArrayImageInputStream input = structure.stripped().open();
                ImageOutputStream stream = new MemoryCacheImageOutputStream(output)) {
            ImageReader reader = gifReader.createReaderInstance();
            ImageWriter writer = gifWriter.createWriterInstance();
            try {
                reader.setInput(input, false, false);
                writer.setOutput(stream);
                if (scaled) {
                    scaleAnimation(structure, new FrameScaler(structure, scaler), reader, writer);
                } else {
                    copyAnimation(structure, reader, writer);
                }
                writer.endWriteSequence();
            } finally {
                writer.dispose();
                reader.dispose();
            }
        } catch (IOException | RuntimeException failure) {
            throw output.overflowed() ? tooLarge() : NotAPicture.broken("the animation is damaged", failure);
        }
        return output.toByteArray();
    }

    private static void copyAnimation(ImageStructure structure, ImageReader reader, ImageWriter writer)
            throws IOException {
        writer.prepareWriteSequence(reader.getStreamMetadata());
        for (int i = 0; i < structure.frames(); i++) {
            writer.writeToSequence(new IIOImage(reader.read(i), null, reader.getImageMetadata(i)), null);
        }
    }

    private static void scaleAnimation(
            ImageStructure structure, FrameScaler scaler, ImageReader reader, ImageWriter writer) throws IOException {
        IIOMetadata screen = writer.getDefaultStreamMetadata(null);
        scaler.describe(reader.getStreamMetadata(), screen);
        writer.prepareWriteSequence(screen);
        for (int i = 0; i < structure.frames(); i++) {
            BufferedImage frame = reader.read(i);
            IIOMetadata description =
                    writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(frame), null);
            writer.writeToSequence(scaler.scale(frame, reader.getImageMetadata(i), description), null);
        }
    }

    /**
     * Draws a frame of a GIF on its screen. The frame may be smaller than the screen, the rest of which is transparent.
     */
    private static BufferedImage onScreen(BufferedImage frame, IIOMetadata description, ImageStructure structure) {
        int[] place = FrameScaler.leftAndTop(description);
        BufferedImage screen = new BufferedImage(structure.width(), structure.height(), BufferedImage.TYPE_INT_ARGB);
        screen.createGraphics().drawImage(frame, place[0], place[1], null);
        return screen;
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
