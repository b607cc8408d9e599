package com.emlyon.connect.bench.lists;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;

/** The programs of the machine. */
final class Programs {

    private Programs() {}

    /** Whether a program of that name is on the path. */
    static boolean isPresent(String name) {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return Arrays.stream(path.split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }
}
