package com.emlyon.connect.app.avatar;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;

/**
 * A kept avatar, ready to be served.
 *
 * @param content throws {@link FileNotFoundException} when it is read after the picture was removed
 * @param length of the content, in bytes
 */
public record StoredAvatar(Resource content, MediaType mediaType, long length, Instant lastModified) {

    /**
     * Reads the whole content; empty when the picture was removed since it was found.
     *
     * @throws UncheckedIOException if the picture exists and cannot be read
     */
    public Optional<byte[]> read() {
        try {
            return Optional.of(content.getContentAsByteArray());
        } catch (FileNotFoundException removed) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
