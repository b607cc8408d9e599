package com.emlyon.connect.app.avatar;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** Walks the chunks of a PNG (W3C PNG specification, section 5). */
final class PngEnvelope {

    private static final int SIGNATURE_LENGTH = 8;
    private static final int HEADER = 0x49484452;
    private static final int PALETTE = 0x504C5445;
    private static final int TRANSPARENCY = 0x74524E53;
    private static final int DATA = 0x49444154;
    private static final int EXIF = 0x65584966;
    private static final int END = 0x49454E44;

    private final ByteBuffer upload;
    private final PlainFile plain = new PlainFile();
    private int width;
    private int height;
    private int bytesPerPixel;
    private boolean hasData;
    private Orientation orientation = Orientation.UPRIGHT;

    PngEnvelope(ByteBuffer upload) {
        this.upload = upload;
    }

    Envelope open() throws NotAPicture {
        upload.position(SIGNATURE_LENGTH);
        plain.write(upload.slice(0, SIGNATURE_LENGTH));
        int type = chunk();
        if (type != HEADER) {
            throw NotAPicture.broken("a PNG without a header");
        }
        while (type != END) {
            type = chunk();
        }
        if (!hasData) {
            throw NotAPicture.broken("a PNG without picture data");
        }
        return new Envelope(
                UploadFormat.PNG,
                width,
                height,
                1,
                Envelope.decodedBytes(width, height, bytesPerPixel),
                orientation,
                plain);
    }

    private int chunk() throws NotAPicture {
        int start = upload.position();
        int length = upload.getInt();
        int type = upload.getInt();
        ByteBuffer body = upload.slice(upload.position(), length);
        upload.position(upload.position() + length);
        int checksum = upload.getInt();
        switch (type) {
            case HEADER -> {
                header(body);
                keep(start, checksum);
            }
            case DATA -> {
                hasData = true;
                keep(start, checksum);
            }
            case PALETTE, TRANSPARENCY, END -> keep(start, checksum);
            case EXIF -> orientation = Orientation.ofExif(body);
            default -> {}
        }
        return type;
    }

    private void header(ByteBuffer body) throws NotAPicture {
        if (width != 0) {
            throw NotAPicture.broken("a PNG of two headers");
        }
        width = body.getInt();
        height = body.getInt();
        int bitDepth = body.get();
        int colourType = body.get();
        int channels = switch (colourType) {
            case 0, 3 -> 1;
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> throw NotAPicture.broken("a PNG of colour type " + colourType);
        };
        if (width <= 0 || height <= 0 || bitDepth <= 0 || bitDepth > 16) {
            throw NotAPicture.broken("a PNG of %d x %d pixels, %d bits".formatted(width, height, bitDepth));
        }
        bytesPerPixel = Math.ceilDiv(bitDepth * channels, Byte.SIZE);
    }

    private void keep(int start, int checksum) throws NotAPicture {
        int length = upload.position() - start;
        CRC32 crc = new CRC32();
        crc.update(upload.slice(start + Integer.BYTES, length - 2 * Integer.BYTES));
        if ((int) crc.getValue() != checksum) {
            throw NotAPicture.broken("a damaged PNG chunk");
        }
        plain.write(upload.slice(start, length));
    }
}
