package com.emlyon.platform.images.structure;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.w3c.dom.Node;

/** Writes animated GIFs byte by byte, and reads back what a viewer would see. */
public final class Animation {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Begins a GIF of three colours: black, red, green; the fourth is white. */
    public Animation(int width, int height) {
        bytes.writeBytes("GIF89a".getBytes(US_ASCII));
        write(width, width >> 8, height, height >> 8, 0x91, 0, 0);
        write(0, 0, 0, 255, 0, 0, 0, 255, 0, 255, 255, 255);
    }

    /** Repeats the animation, endlessly for 0. */
    public Animation loops(int times) {
        return application("NETSCAPE2.0", 1, times, times >> 8);
    }

    /** Adds an application extension. */
    public Animation application(String name, int... data) {
        write(0x21, 0xFF, 11);
        bytes.writeBytes(name.getBytes(US_ASCII));
        write(data.length);
        write(data);
        write(0);
        return this;
    }

    /** Adds a comment. */
    public Animation comment(String text) {
        write(0x21, 0xFE, text.length());
        bytes.writeBytes(text.getBytes(US_ASCII));
        write(0);
        return this;
    }

    /** Adds how long the next frame is shown, what becomes of it then, and which of its colours is transparent. */
    public Animation timing(int hundredths, int disposal, int transparentIndex) {
        int transparent = transparentIndex < 0 ? 0 : 1;
        write(
                0x21,
                0xF9,
                4,
                disposal << 2 | transparent,
                hundredths,
                hundredths >> 8,
                Math.max(transparentIndex, 0),
                0);
        return this;
    }

    /** A frame of one pixel in one of the four colours. */
    public Animation dot(int left, int top, int colour) {
        frameHead(left, top, 1, 1);
        // Codes of three bits, the lowest first: clear, the colour, end.
        int codes = 4 | colour << 3 | 5 << 6;
        write(2, 2, codes, codes >> 8, 0);
        return this;
    }

    /** A frame whose colours are told by codes of some bits more than the palette asks for; they begin anew after each pixel. */
    public Animation coded(int width, int height, int codeSize, int... colours) {
        frameHead(0, 0, width, height);
        BitWriter codes = new BitWriter();
        for (int colour : colours) {
            codes.put(1 << codeSize, codeSize + 1).put(colour, codeSize + 1);
        }
        byte[] data = codes.put((1 << codeSize) + 1, codeSize + 1).end().array();
        write(codeSize, data.length);
        bytes.writeBytes(data);
        write(0);
        return this;
    }

    /** A frame of one colour. */
    public Animation filled(int left, int top, int width, int height, int colour) {
        frameHead(left, top, width, height);
        byte[] pixels = new byte[width * height];
        Arrays.fill(pixels, (byte) colour);
        bytes.writeBytes(GifLzw.encoded(pixels).bytes().array());
        return this;
    }

    /** A frame that says it is large and holds next to nothing. */
    public Animation hollow(int width, int height) {
        frameHead(0, 0, width, height);
        write(2, 1, 0x2C, 0);
        return this;
    }

    private void frameHead(int left, int top, int width, int height) {
        write(0x2C, left, left >> 8, top, top >> 8, width, width >> 8, height, height >> 8, 0);
    }

    /** Ends the GIF. */
    public byte[] end() {
        write(0x3B);
        return bytes.toByteArray();
    }

    private void write(int... values) {
        for (int value : values) {
            bytes.write(value);
        }
    }

    /** What a viewer needs of a frame. */
    public record Frame(int left, int top, int width, int height, int hundredths, String disposal, int topLeftRgb) {}

    /** Reads the frames of a GIF. */
    public static List<Frame> frames(byte[] gif) throws IOException {
        List<Frame> frames = new ArrayList<>();
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(gif))) {
            reader.setInput(input);
            int count = reader.getNumImages(true);
            for (int i = 0; i < count; i++) {
                Node tree = reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0");
                IIOMetadataNode descriptor = child(tree, "ImageDescriptor");
                IIOMetadataNode control = child(tree, "GraphicControlExtension");
                frames.add(new Frame(
                        Integer.parseInt(descriptor.getAttribute("imageLeftPosition")),
                        Integer.parseInt(descriptor.getAttribute("imageTopPosition")),
                        Integer.parseInt(descriptor.getAttribute("imageWidth")),
                        Integer.parseInt(descriptor.getAttribute("imageHeight")),
                        Integer.parseInt(control.getAttribute("delayTime")),
                        control.getAttribute("disposalMethod"),
                        reader.read(i).getRGB(0, 0)));
            }
        }
        return frames;
    }

    private static IIOMetadataNode child(Node tree, String name) {
        return (IIOMetadataNode)
                ((IIOMetadataNode) tree).getElementsByTagName(name).item(0);
    }
}
