package com.emlyon.connect.app.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** The folder of uploaded pictures below {@code DATA_DIR}. */
public record UploadFolder(Path folder) {

    /**
     * The reason why pictures cannot be stored in the folder, as a sentence. Tries it by writing a file, into the
     * nearest existing parent when the folder does not exist yet.
     */
    public Optional<String> problem() {
        Path avatars = folder.resolve("avatars");
        return Files.isDirectory(avatars) ? written(folder).or(() -> written(avatars)) : writtenAbove(avatars);
    }

    private static Optional<String> writtenAbove(Path missing) {
        for (Path part = missing.toAbsolutePath(); part != null; part = part.getParent()) {
            if (Files.isDirectory(part)) {
                return written(part);
            }
            if (Files.exists(part, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.of("DATA_DIR: uploaded pictures are kept in %s, but that is a file.".formatted(part));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> written(Path folder) {
        try {
            Files.delete(Files.createTempFile(folder, ".check", ".part"));
            return Optional.empty();
        } catch (IOException failure) {
            return Optional.of("DATA_DIR: uploaded pictures cannot be written to %s (%s)."
                    .formatted(folder, failure.getClass().getSimpleName()));
        }
    }
}
