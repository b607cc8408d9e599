package com.emlyon.platform.images.structure;

import com.emlyon.platform.images.format.InputFormat;
import com.emlyon.platform.images.format.NotAPicture;
import com.emlyon.platform.images.pixels.ColourProfile;
import com.emlyon.platform.images.pixels.Orientation;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Reads the chunks of a WebP (RFC 9649, section 2). Of an animation, it takes the first frame. */
final class WebpParser {

    private static final int LOSSY = fourCc("VP8 ");
    private static final int LOSSLESS = fourCc("VP8L");
    private static final int ALPHA = fourCc("ALPH");
    private static final int PROFILE = fourCc("ICCP");
    private static final int EXIF = fourCc("EXIF");
    private static final int FRAME = fourCc("ANMF");
    private static final Set<Integer> NEEDED = Set.of(LOSSY, LOSSLESS, ALPHA, PROFILE, FRAME);
    private static final int FRAME_HEAD_LENGTH = 16;
    private static final int HEAD_LENGTH = 12;
    private static final int LOSSLESS_HEAD_LENGTH = 5;
    private static final int COMPRESSION = 3;

    /**
     * The reader refuses files whose pixels take more than 2,048 times their length, as pictures of a single colour may
     * do.
     */
    private static final int READER_EXPANSION = 2048;

    /** The reader reads eight bytes at a time, and fails when the file ends earlier. */
    private static final int READER_LOOK_AHEAD = 16;

    private final ByteBuffer input;
    private final Map<Integer, ByteBuffer> chunks = new HashMap<>();
    private int width;
    private int height;
    private boolean hasAlpha;

    WebpParser(ByteBuffer input) {
        this.input = input.order(ByteOrder.LITTLE_ENDIAN);
    }

    ImageStructure parse() throws NotAPicture {
        // The length in the file may be wrong; decoders need only the bytes up to the end of the pixels.
        int length = Math.min(input.getInt(4) + 8, input.limit());
        collect(input.slice(HEAD_LENGTH, length - HEAD_LENGTH).order(ByteOrder.LITTLE_ENDIAN));
        ByteBuffer lossy = chunks.get(LOSSY);
        ByteBuffer lossless = chunks.get(LOSSLESS);
        if (lossy != null) {
            chunks.remove(LOSSLESS);
            lossyHead(lossy);
        } else if (lossless != null) {
            chunks.remove(ALPHA);
            losslessHead(lossless);
        } else {
            throw NotAPicture.broken("a WebP without picture data");
        }
        ByteBuffer exif = chunks.get(EXIF);
        Orientation orientation = exif == null ? Orientation.UPRIGHT : Orientation.ofExif(exif);
        // An alpha chunk is decoded into a second picture.
        int bytesPerPixel = chunks.containsKey(ALPHA) ? 8 : 4;
        long decodedBytes = ImageStructure.decodedBytes(width, height, bytesPerPixel);
        return new ImageStructure(
                InputFormat.WEBP,
                width,
                height,
                1,
                decodedBytes,
                orientation,
                ColourProfile.SRGB,
                lossy != null,
                stripped(decodedBytes));
    }

    private void collect(ByteBuffer bytes) {
        while (bytes.remaining() >= 2 * Integer.BYTES) {
            int type = bytes.getInt();
            int length = bytes.getInt();
            if (length > bytes.remaining() && !NEEDED.contains(type)) {
                return;
            }
            ByteBuffer body = bytes.slice(bytes.position(), length).order(ByteOrder.LITTLE_ENDIAN);
            bytes.position(Math.min(bytes.position() + length + (length & 1), bytes.limit()));
            if (type == FRAME && chunks.putIfAbsent(FRAME, body) == null) {
                collect(body.slice(FRAME_HEAD_LENGTH, length - FRAME_HEAD_LENGTH)
                        .order(ByteOrder.LITTLE_ENDIAN));
            } else {
                chunks.putIfAbsent(type, body);
            }
        }
    }

    private void lossyHead(ByteBuffer lossy) throws NotAPicture {
        boolean keyFrame = (lossy.get(0) & 1) == 0;
        boolean started = lossy.get(3) == (byte) 0x9D && lossy.get(4) == 0x01 && lossy.get(5) == 0x2A;
        width = lossy.getShort(6) & 0x3FFF;
        height = lossy.getShort(8) & 0x3FFF;
        if (!keyFrame || !started || width == 0 || height == 0) {
            throw NotAPicture.broken("a damaged lossy WebP");
        }
        ByteBuffer alpha = chunks.get(ALPHA);
        if (alpha != null) {
            alphaHead(alpha);
        }
    }

    private void alphaHead(ByteBuffer alpha) throws NotAPicture {
        hasAlpha = true;
        int head = alpha.get(0);
        ByteBuffer values = alpha.slice(1, alpha.limit() - 1);
        switch (head & COMPRESSION) {
            case 0 -> replace(ALPHA, head | 1, compressed(values));
            case 1 -> replace(ALPHA, head, LosslessWebpHeader.checked(values, width, height));
            default -> throw NotAPicture.broken("WebP alpha of an unknown compression");
        }
    }

    private void replace(int type, int head, ByteBuffer values) {
        chunks.put(type, new StrippedFile().write(head).write(values).bytes());
    }

    /** Compresses alpha: the reader ignores alpha that is not compressed, and shows the picture as opaque. */
    private ByteBuffer compressed(ByteBuffer values) {
        BitWriter writer = new BitWriter();
        // No transforms, no cache of colours, one group of codes.
        writer.put(0, 3);
        LosslessWebpCodes.ofGreen(writer);
        for (int i = 0; i < width * height; i++) {
            LosslessWebpCodes.value(writer, Byte.toUnsignedInt(values.get(i)));
        }
        return writer.end();
    }

    private void losslessHead(ByteBuffer lossless) throws NotAPicture {
        int bits = lossless.getInt(1);
        width = 1 + (bits & 0x3FFF);
        height = 1 + (bits >>> 14 & 0x3FFF);
        hasAlpha = (bits >>> 28 & 1) == 1;
        int version = bits >>> 29;
        if (lossless.get(0) != 0x2F || version != 0) {
            throw NotAPicture.broken("a damaged lossless WebP");
        }
        ByteBuffer stream = lossless.slice(LOSSLESS_HEAD_LENGTH, lossless.limit() - LOSSLESS_HEAD_LENGTH);
        StrippedFile checked = new StrippedFile()
                .write(lossless.slice(0, LOSSLESS_HEAD_LENGTH))
                .write(LosslessWebpHeader.checked(stream, width, height));
        chunks.put(LOSSLESS, checked.bytes());
    }

    private StrippedFile stripped(long decodedBytes) {
        int flags = (chunks.containsKey(PROFILE) ? 0x20 : 0) | (hasAlpha ? 0x10 : 0);
        StrippedFile body = new StrippedFile();
        body.write("WEBPVP8X").writeLittleEndian(10).writeLittleEndian(flags);
        body.write(width - 1, (width - 1) >>> 8, 0, height - 1, (height - 1) >>> 8, 0);
        for (int type : new int[] {PROFILE, ALPHA, LOSSY, LOSSLESS}) {
            ByteBuffer chunk = chunks.get(type);
            if (chunk != null) {
                body.writeLittleEndian(type)
                        .writeLittleEndian(chunk.limit())
                        .write(chunk.duplicate().rewind());
                body.write(new int[chunk.limit() & 1]);
            }
        }
        StrippedFile stripped = new StrippedFile()
                .write("RIFF")
                .writeLittleEndian(body.length())
                .write(body);
        int enough = Math.toIntExact(Math.ceilDiv(decodedBytes, READER_EXPANSION));
        return stripped.fillUpTo(Math.max(stripped.length() + READER_LOOK_AHEAD, enough));
    }

    private static int fourCc(String name) {
        return name.charAt(0) | name.charAt(1) << 8 | name.charAt(2) << 16 | name.charAt(3) << 24;
    }
}
