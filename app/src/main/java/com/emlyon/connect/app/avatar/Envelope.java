package com.emlyon.connect.app.avatar;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * The format of an upload, and how large it would become, read from its structure alone: no pixel is decoded yet.
 *
 * @param width of the stored picture, before it is turned upright
 * @param height of the stored picture, before it is turned upright
 * @param frames 1 for a still
 * @param decodedBytes memory for the largest decoded frame
 * @param orientation how to turn the decoded picture upright
 * @param profile the colour profile of the decoded picture
 * @param isLossy whether it was compressed with losses, as photographs are
 * @param plain a file of the same format with only what decoding needs: no metadata, nothing after the end of the
 *     picture
 */
record Envelope(
        UploadFormat format,
        int width,
        int height,
        int frames,
        long decodedBytes,
        Orientation orientation,
        ColourProfile profile,
        boolean isLossy,
        PlainFile plain) {

    static Envelope open(byte[] upload) throws NotAPicture {
        if (upload.length == 0) {
            throw NotAPicture.empty();
        }
        UploadFormat format = UploadFormat.of(upload).orElseThrow(() -> NotAPicture.unknownFormat(upload));
        ByteBuffer bytes = ByteBuffer.wrap(upload);
        try {
            return switch (format) {
                case JPEG -> new JpegEnvelope(bytes).open();
                case PNG -> new PngEnvelope(bytes).open();
                case GIF -> new GifEnvelope(bytes).open();
                case WEBP -> new WebpEnvelope(bytes).open();
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
        return pixels * Math.max(bytesPerPixel, StudioLimits.BYTES_PER_PIXEL);
    }
}
