package com.emlyon.connect.app.avatar;

import java.nio.ByteBuffer;

/** A clean picture, made by the {@link AvatarStudio} only: it contains pixels, and nothing else of the upload. */
public final class AvatarPicture {

    private final PictureFormat format;
    private final byte[] bytes;

    AvatarPicture(PictureFormat format, byte[] bytes) {
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
