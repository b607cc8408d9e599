package com.emlyon.platform.eventstore.append;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a write could not be stored in time, and certainly will not be stored later. The caller may retry it
 * immediately.
 */
public final class WriteNotStored extends RuntimeException {

    WriteNotStored(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
