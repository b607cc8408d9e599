package com.emlyon.platform.images.structure;

import com.emlyon.platform.images.format.NotAPicture;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.imageio.ImageReader;

/**
 * Extends the palette of a lossless WebP to all possible indices. An index beyond the palette means transparent black
 * (RFC 9649, section 4.4), and encoders use that; but the decoder shows other colours for it.
 */
final class LosslessWebpPalette {

    private static final int CHANNELS = 4;
    private static final int READER_LOOK_AHEAD = 16;

    private final ByteBuffer stream;
    private final int colours;
    private final long sizeAt;
    private final long end;

    /**
     * Describes the palette of a stream.
     *
     * @param sizeAt the position of the first of the eight bits with the number of colours, in front of the colours
     * @param end the bit behind the palette
     */
    LosslessWebpPalette(ByteBuffer stream, int colours, long sizeAt, long end) {
        this.stream = stream;
        this.colours = colours;
        this.sizeAt = sizeAt;
        this.end = end;
    }

    /** Returns the stream with a palette that has a colour for each index. */
    ByteBuffer complete() throws NotAPicture {
        int indices = colours > 16 ? 256 : colours > 4 ? 16 : colours > 2 ? 4 : 2;
        if (colours == indices) {
            return stream;
        }
        int[] differences = differences();
        BitWriter writer = new BitWriter();
        BitReader bits = new BitReader(stream);
        writer.copy(bits, sizeAt).put(indices - 1, Byte.SIZE).put(0, 1);
        LosslessWebpCodes.ofAllChannels(writer);
        int[] sum = new int[CHANNELS];
        for (int i = 0; i < indices; i++) {
            for (int channel = 0; channel < CHANNELS; channel++) {
                // Each colour is written as the difference from the one before; the first one behind the palette leads
                // back to zero.
                int difference = i < colours ? differences[i] >>> channelShift(channel) : -sum[channel];
                sum[channel] += difference;
                LosslessWebpCodes.value(writer, difference & 0xFF);
            }
        }
        bits.position(end);
        return writer.copy(bits, (long) stream.limit() * Byte.SIZE).end();
    }

    /**
     * Decodes the palette as a picture of one row. Its format differs from that of a picture by one bit: a palette
     * lacks the bit that says whether there are several groups of codes.
     */
    private int[] differences() throws NotAPicture {
        BitWriter picture = new BitWriter();
        picture.put(0x2F, Byte.SIZE)
                .put(colours - 1, 14)
                .put(0, 14)
                .put(1, 1)
                .put(0, 3)
                .put(0, 1);
        BitReader bits = new BitReader(stream);
        bits.position(sizeAt + Byte.SIZE);
        int cached = bits.take(1);
        picture.put(cached, 1)
                .copy(bits, bits.position() + 4L * cached)
                .put(0, 1)
                .copy(bits, end);
        ByteBuffer body = picture.end();
        StrippedFile file = new StrippedFile()
                .write("RIFF")
                .writeLittleEndian(body.limit() + 12)
                .write("WEBPVP8L")
                .writeLittleEndian(body.limit())
                .write(body);
        try (ByteArrayImageInputStream input =
                file.fillUpTo(file.length() + READER_LOOK_AHEAD).open()) {
            ImageReader reader = new WebPImageReaderSpi().createReaderInstance();
            try {
                reader.setInput(input, true, true);
                return reader.read(0).getRGB(0, 0, colours, 1, null, 0, colours);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException undecodable) {
            throw NotAPicture.broken("the palette of the WebP is damaged", undecodable);
        }
    }

    /** The bit position, in an ARGB colour, of a channel of the stream; the order there is green, red, blue, alpha. */
    private static int channelShift(int channel) {
        return switch (channel) {
            case 0 -> 8;
            case 1 -> 16;
            case 2 -> 0;
            default -> 24;
        };
    }
}
