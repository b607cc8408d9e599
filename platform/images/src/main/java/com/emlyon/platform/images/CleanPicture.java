package com.emlyon.platform.images;

import com.emlyon.platform.images.format.PictureFormat;
import java.nio.ByteBuffer;

/** A clean picture, made by the {@link PictureProcessor} only: it contains pixels, and nothing else of the file. */
public final class CleanPicture {

    private final PictureFormat format;
    private final byte[] bytes;

    CleanPicture(PictureFormat format, byte[] bytes) {
        this.format = format;
        this.bytes = bytes;
    }

    /** The format of {@link #bytes()}. */
    public PictureFormat format() {
        return format;
    }

    /** The encoded picture, a read-only view from its first byte to its last. */
    public ByteBuffer bytes() {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }
}
