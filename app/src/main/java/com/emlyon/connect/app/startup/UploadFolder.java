package com.emlyon.connect.app.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The folder of uploaded pictures below {@code DATA_DIR}. */
public record UploadFolder(Path folder) {

    /** Why pictures cannot be kept there, as a sentence; tries it by writing a file when the folder exists. */
    public Optional<String> problem() {
        for (Path part : new Path[] {folder, folder.resolve("avatars")}) {
            if (Files.exists(part) && !Files.isDirectory(part)) {
                return Optional.of("DATA_DIR: uploaded pictures are kept in %s, but that is a file.".formatted(part));
            }
            if (Files.isDirectory(part)) {
                Optional<String> problem = written(part);
                if (problem.isPresent()) {
                    return problem;
                }
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
