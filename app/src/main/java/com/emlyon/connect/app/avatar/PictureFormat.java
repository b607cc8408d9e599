package com.emlyon.connect.app.avatar;

import org.springframework.http.MediaType;

/** The formats in which avatars are kept and served. */
public enum PictureFormat {
    JPEG("jpg"),
    PNG("png"),
    GIF("gif");

    private final String extension;

    PictureFormat(String extension) {
        this.extension = extension;
    }

    /** The extension of file names, without a dot. */
    public String extension() {
        return extension;
    }

    /** The content type to serve a picture of this format with. */
    public MediaType mediaType() {
        return switch (this) {
            case JPEG -> MediaType.IMAGE_JPEG;
            case PNG -> MediaType.IMAGE_PNG;
            case GIF -> MediaType.IMAGE_GIF;
        };
    }
}
