package com.emlyon.connect.app.avatar;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A picture could not be kept where pictures are kept, which is no fault of the uploader. */
public final class AvatarNotKept extends UncheckedIOException {

    private final boolean storageFull;

    AvatarNotKept(String message, IOException cause, boolean storageFull) {
        super(message, cause);
        this.storageFull = storageFull;
    }

    /** Whether there was no room, rather than no access. */
    public boolean isStorageFull() {
        return storageFull;
    }
}
