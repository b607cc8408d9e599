package com.emlyon.platform.eventstore.append;

import org.jspecify.annotations.Nullable;

/** Thrown when another command was faster: a sequence of a stream is taken. Nothing of this command is stored. */
public final class AppendConflict extends RuntimeException {

    /** Creates the exception with its reason. */
    public AppendConflict(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
