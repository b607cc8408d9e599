package com.emlyon.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what an interrupted start has left unfinished. */
final class Leftovers {

    private static final Logger log = LoggerFactory.getLogger(Leftovers.class);

    private Leftovers() {}

    /**
     * Removes the folders in this parent whose names begin so; one that cannot be removed is left for the next start.
     */
    static void remove(Path parent, String beginning) throws IOException {
        for (Path leftover : find(parent, beginning)) {
            try {
                FolderTree.delete(leftover);
                log.info("Removed {}, left unfinished by an interrupted start", leftover);
            } catch (IOException e) {
                log.warn("Cannot remove {}, left unfinished by an interrupted start", leftover, e);
            }
        }
    }

    private static List<Path> find(Path parent, String beginning) throws IOException {
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(child -> child.getFileName().toString().startsWith(beginning))
                    .toList();
        }
    }
}
