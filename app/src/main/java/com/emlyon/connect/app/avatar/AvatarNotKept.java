package com.emlyon.connect.app.avatar;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A picture could not be written to the store, through no fault of the client. */
public final class AvatarNotKept extends UncheckedIOException {

    private final boolean storageFull;

    AvatarNotKept(String message, IOException cause, boolean storageFull) {
        super(message, cause);
        this.storageFull = storageFull;
    }

    /** Whether the store was full, rather than not accessible. */
    public boolean isStorageFull() {
        return storageFull;
    }
}
