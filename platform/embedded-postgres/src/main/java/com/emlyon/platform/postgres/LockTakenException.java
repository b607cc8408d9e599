package com.emlyon.platform.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Thrown when another process has held a lock for too long. The message says what the operator can do. */
public final class LockTakenException extends IOException {

    private static final long serialVersionUID = 1;

    LockTakenException(Path file, Duration patience) {
        super("another process has held %s for %d seconds; end it before starting again."
                .formatted(file, patience.toSeconds()));
    }
}
