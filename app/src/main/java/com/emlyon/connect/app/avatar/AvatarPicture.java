package com.emlyon.connect.app.avatar;

import java.nio.ByteBuffer;

/** A clean picture, as only the {@link AvatarStudio} makes them: pixels and nothing that the upload carried besides. */
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
