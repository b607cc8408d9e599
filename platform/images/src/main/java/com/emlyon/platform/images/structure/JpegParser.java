package com.emlyon.platform.images.structure;

import com.emlyon.platform.images.format.InputFormat;
import com.emlyon.platform.images.format.NotAPicture;
import com.emlyon.platform.images.pixels.ColourProfile;
import com.emlyon.platform.images.pixels.Orientation;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the segments of a JPEG (ITU-T T.81, annex B). */
final class JpegParser {

    /**
     * Each scan of a progressive picture makes the decoder process all pixels. Encoders write about ten scans, a
     * decompression bomb thousands.
     */
    private static final int MOST_SCANS = 50;

    private static final int START_OF_IMAGE = 0xD8;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;

    private final ByteBuffer input;
    private final StrippedFile stripped = new StrippedFile();
    private int width;
    private int height;
    private final JpegScans scans = new JpegScans();
    private int scanCount;
    private boolean endMissing;
    private Orientation orientation = Orientation.UPRIGHT;

    JpegParser(ByteBuffer input) {
        this.input = input;
    }

    ImageStructure parse() throws NotAPicture {
        input.position(2);
        stripped.write(0xFF, START_OF_IMAGE);
        for (int marker = nextMarker(); marker != END_OF_IMAGE; marker = nextMarker()) {
            if (!standsAlone(marker)) {
                segment(marker);
            }
        }
        stripped.write(0xFF, END_OF_IMAGE);
        if (endMissing) {
            if (!scans.areComplete()) {
                throw NotAPicture.broken("the JPEG is cut off");
            }
            stripped.completed();
        }
        if (scanCount == 0) {
            throw NotAPicture.broken("a JPEG without picture data");
        }
        return new ImageStructure(
                InputFormat.JPEG,
                width,
                height,
                1,
                ImageStructure.decodedBytes(width, height, 3),
                orientation,
                ColourProfile.SRGB,
                true,
                stripped);
    }

    private void segment(int marker) throws NotAPicture {
        int length = Short.toUnsignedInt(input.getShort()) - Short.BYTES;
        ByteBuffer body = input.slice(input.position(), length);
        input.position(input.position() + length);
        switch (marker) {
            case 0xC0, 0xC1, 0xC2 -> {
                frame(body.duplicate());
                keep(marker, body);
            }
            case 0xC4, 0xDB, 0xDD -> keep(marker, body);
            case START_OF_SCAN -> {
                keep(marker, body);
                scan();
                scans.scan(body);
            }
            // The segments of JFIF, of an ICC profile and of Adobe define the colours.
            case 0xE0 -> keepIfCalled("JFIF\0", marker, body);
            case 0xE2 -> keepIfCalled("ICC_PROFILE\0", marker, body);
            case 0xEE -> keepIfCalled("Adobe", marker, body);
            case 0xE1 -> {
                if (isCalled(Orientation.EXIF_NAME, body)) {
                    orientation = Orientation.ofExif(body);
                }
            }
            case START_OF_IMAGE -> throw NotAPicture.broken("a JPEG begins inside the JPEG");
            default -> {
                if (isRareKind(marker)) {
                    throw NotAPicture.broken("JPEG marker %02X is not read".formatted(marker));
                }
            }
        }
    }

    private void frame(ByteBuffer body) throws NotAPicture {
        if (width != 0) {
            throw NotAPicture.broken("a JPEG of several frames");
        }
        int precision = body.get();
        height = Short.toUnsignedInt(body.getShort());
        width = Short.toUnsignedInt(body.getShort());
        int components = body.get();
        scans.frame(body);
        boolean known = precision == 8 && (components == 1 || components == 3 || components == 4);
        if (!known || width == 0 || height == 0) {
            throw NotAPicture.broken(
                    "a JPEG of %d x %d pixels, %d x %d bits".formatted(width, height, components, precision));
        }
    }

    private void scan() throws NotAPicture {
        if (++scanCount > MOST_SCANS) {
            throw NotAPicture.tooLarge("a JPEG of more than %d scans".formatted(MOST_SCANS));
        }
        int start = input.position();
        int marker = nextMarker();
        while (standsAlone(marker)) {
            marker = nextMarker();
        }
        if (!endMissing) {
            input.position(input.position() - 2);
        }
        stripped.write(input.slice(start, input.position() - start));
    }

    /**
     * Moves behind the next marker, and returns it. If there is none, it returns the end of the picture, and notes that
     * the end was missing. Bytes that are no markers, padding or damage, are skipped, as libjpeg does.
     */
    private int nextMarker() {
        int last = 0;
        while (input.hasRemaining()) {
            int next = Byte.toUnsignedInt(input.get());
            if (last == 0xFF && next != 0 && next != 0xFF) {
                return next;
            }
            last = next;
        }
        endMissing = true;
        return END_OF_IMAGE;
    }

    /** Whether the marker has no length and no body, as the restart markers inside a scan. */
    private static boolean standsAlone(int marker) {
        return (marker >= 0xD0 && marker <= 0xD7) || marker == 0x01;
    }

    /**
     * Lossless, hierarchical and arithmetic JPEG, and heights that are given after the picture: cameras do not write
     * these.
     */
    private static boolean isRareKind(int marker) {
        return (marker >= 0xC3 && marker <= 0xCF) || marker == 0xDC || marker == 0xDE || marker == 0xDF;
    }

    private void keepIfCalled(String name, int marker, ByteBuffer body) {
        if (isCalled(name, body)) {
            keep(marker, body);
        }
    }

    private static boolean isCalled(String name, ByteBuffer body) {
        byte[] start = new byte[Math.min(name.length(), body.remaining())];
        body.get(0, start);
        return Arrays.equals(start, name.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void keep(int marker, ByteBuffer body) {
        int length = body.remaining() + Short.BYTES;
        stripped.write(0xFF, marker, length >>> 8, length).write(body);
    }
}
