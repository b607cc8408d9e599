package com.emlyon.platform.images.structure;

import com.emlyon.platform.images.format.InputFormat;
import com.emlyon.platform.images.format.NotAPicture;
import com.emlyon.platform.images.pixels.ColourProfile;
import com.emlyon.platform.images.pixels.Orientation;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * The format of a file, and how large it would become, read from its structure alone: no pixel is decoded yet.
 *
 * @param width of the encoded picture, before it is turned upright
 * @param height of the encoded picture, before it is turned upright
 * @param frames 1 for a still
 * @param decodedBytes memory for the largest decoded frame
 * @param orientation how to turn the decoded picture upright
 * @param profile the colour profile of the decoded picture
 * @param isLossy whether it was compressed with losses, as photographs are
 * @param stripped a file of the same format with only what decoding needs: no metadata, nothing after the end of the
 *     picture
 */
public record ImageStructure(
        InputFormat format,
        int width,
        int height,
        int frames,
        long decodedBytes,
        Orientation orientation,
        ColourProfile profile,
        boolean isLossy,
        StrippedFile stripped) {

    /** As how many bytes a decoded pixel counts at least, of whatever colours. */
    public static final int BYTES_PER_PIXEL = 4;

    /**
     * Reads the structure of a file.
     *
     * @throws NotAPicture if it is of no accepted format, is damaged, or would cost too much to decode whatever its size
     */
    public static ImageStructure read(byte[] input) throws NotAPicture {
        if (input.length == 0) {
            throw NotAPicture.empty();
        }
        InputFormat format = InputFormat.of(input).orElseThrow(() -> NotAPicture.unknownFormat(input));
        ByteBuffer bytes = ByteBuffer.wrap(input);
        try {
            return switch (format) {
                case JPEG -> new JpegParser(bytes).parse();
                case PNG -> new PngParser(bytes).parse();
                case GIF -> new GifParser(bytes).parse();
                case WEBP -> new WebpParser(bytes).parse();
            };
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException beyondTheEnd) {
            throw NotAPicture.broken("the picture is cut off", beyondTheEnd);
        }
    }

    /**
     * Returns the bytes of memory for a decoded picture. Pixels beyond the range of an int are not counted: such a
     * picture is too large anyway.
     */
    static long decodedBytes(int width, int height, int bytesPerPixel) {
        long pixels = Math.min((long) width * height, Integer.MAX_VALUE);
        return pixels * Math.max(bytesPerPixel, BYTES_PER_PIXEL);
    }
}
