package com.emlyon.platform.eventstore.append;

import org.jspecify.annotations.Nullable;

/** Thrown when facts could not be appended because of what is in them; nothing of the command is stored. */
public final class AppendFailed extends RuntimeException {

    AppendFailed(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
