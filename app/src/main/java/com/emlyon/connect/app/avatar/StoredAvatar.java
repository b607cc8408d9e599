package com.emlyon.connect.app.avatar;

import java.time.Instant;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;

/**
 * A kept avatar, ready to be served.
 *
 * @param length of the content, in bytes
 */
public record StoredAvatar(Resource content, MediaType mediaType, long length, Instant lastModified) {}
