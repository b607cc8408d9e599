package com.emlyon.connect.app.settings;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** {@code DATA_DIR}: the folder of everything that must survive a restart. */
final class DataFolder {

    private DataFolder() {}

    static Path parse(String value, Path workingDirectory) {
        Path folder = absolute(value, workingDirectory);
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new StartRefused("DATA_DIR must name a folder, but %s is a file.".formatted(folder));
        }
        if (!Files.isDirectory(existing(folder)) || !Files.isWritable(existing(folder))) {
            throw new StartRefused(
                    "DATA_DIR must name a folder that can be written, but %s cannot be.".formatted(folder));
        }
        return folder;
    }

    /** The folder itself, or its closest ancestor that exists. */
    private static Path existing(Path folder) {
        Path parent = folder.getParent();
        return Files.exists(folder) || parent == null ? folder : existing(parent);
    }

    private static Path absolute(String value, Path workingDirectory) {
        try {
            return projectRoot(workingDirectory.toAbsolutePath()).resolve(value).normalize();
        } catch (InvalidPathException e) {
            throw new StartRefused("DATA_DIR must name a folder, but is \"%s\".".formatted(value));
        }
    }

    /**
     * {@code ./mvnw spring-boot:run} runs in the folder of the module; operators name the folder relative to the root.
     */
    private static Path projectRoot(Path workingDirectory) {
        Path parent = workingDirectory.getParent();
        return parent != null && isModuleOf(parent, workingDirectory) ? parent : workingDirectory;
    }

    private static boolean isModuleOf(Path root, Path folder) {
        return Files.isRegularFile(root.resolve("mvnw"))
                && Files.isRegularFile(folder.resolve("pom.xml"))
                && !Files.exists(folder.resolve("mvnw"));
    }
}
