package com.emlyon.platform.images.format;

/** The formats in which clean pictures are encoded. */
public enum PictureFormat {
    JPEG("jpg", "image/jpeg"),
    PNG("png", "image/png"),
    GIF("gif", "image/gif");

    private final String extension;
    private final String mediaType;

    PictureFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** The extension of file names, without a dot. */
    public String extension() {
        return extension;
    }

    /** The content type to serve a picture of this format with. */
    public String mediaType() {
        return mediaType;
    }
}
