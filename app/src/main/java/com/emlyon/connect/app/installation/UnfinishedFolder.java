package com.emlyon.connect.app.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** A folder that is removed when this process ends, unless it is kept. */
final class UnfinishedFolder {

    private final Path folder;
    private final AtExit removal;

    UnfinishedFolder(Path folder) {
        this.folder = folder;
        this.removal = AtExit.run(this::removeAtExit);
    }

    /**
     * Keeps the folder from now on.
     *
     * @throws IOException when it is removed nevertheless, because this process is ending
     */
    void keep() throws IOException {
        cancelRemovalAtExit();
    }

    /**
     * Removes the folder now.
     *
     * @throws IOException when it cannot be removed, or this process is ending, which removes it anyway
     */
    void remove() throws IOException {
        cancelRemovalAtExit();
        FileSystemUtils.deleteRecursively(folder);
    }

    private void cancelRemovalAtExit() throws IOException {
        if (!removal.cancel()) {
            throw new IOException("the program is being ended");
        }
    }

    /** A child process that another thread is ending may write into the folder until it has ended. */
    private void removeAtExit() {
        Java.awaitEnds();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException("%s stays, though it is not complete".formatted(folder), failure);
        }
    }
}
