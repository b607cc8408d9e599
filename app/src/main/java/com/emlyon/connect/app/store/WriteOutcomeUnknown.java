package com.emlyon.connect.app.store;

import org.jspecify.annotations.Nullable;

/** Thrown when the connection was lost while a write was being committed: it is stored, or it is not. */
public final class WriteOutcomeUnknown extends RuntimeException {

    WriteOutcomeUnknown(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
