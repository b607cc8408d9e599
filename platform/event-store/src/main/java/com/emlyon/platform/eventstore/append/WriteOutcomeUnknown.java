package com.emlyon.platform.eventstore.append;

import org.jspecify.annotations.Nullable;

/** Thrown when the connection was lost while a write was being committed, so it is not known whether it is stored. */
public final class WriteOutcomeUnknown extends RuntimeException {

    /** Creates the exception with its reason. */
    public WriteOutcomeUnknown(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
