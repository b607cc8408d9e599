package com.emlyon.connect.app.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** A folder that is removed, also when this process is ended, unless it is kept. */
final class UnfinishedFolder {

    private final Path folder;
    private final AtExit removal;

    UnfinishedFolder(Path folder) {
        this.folder = folder;
        this.removal = AtExit.run(this::removeAtExit);
    }

    /**
     * Keeps it from now on.
     *
     * @throws IOException when it is removed all the same, because this process is being ended
     */
    void keep() throws IOException {
        cancelRemovalAtExit();
    }

    /**
     * Removes it now.
     *
     * @throws IOException when it cannot be removed, or is removed anyway, because this process is being ended
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

    /** A process that this one has started, and that another thread ends, may write into it until it has ended. */
    private void removeAtExit() {
        Java.awaitEnds();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException("%s stays, though it is not complete".formatted(folder), failure);
        }
    }
}
