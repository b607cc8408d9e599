package com.emlyon.connect.docs;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A program of the operating system that judges a file. */
record Tool(Path program) {

    /**
     * Finds it among those of the system. Where it is not installed the test is skipped, unless the variable DEPLOYMENT_TOOLS
     * names it.
     */
    static Tool named(String name) {
        Optional<Path> found = Arrays.stream(
                        (System.getenv("PATH") + File.pathSeparator + "/usr/sbin").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
        boolean required = List.of(
                        System.getenv().getOrDefault("DEPLOYMENT_TOOLS", "").split(" "))
                .contains(name);
        if (required && found.isEmpty()) {
            throw new AssertionError(name + " is required, but not installed");
        }
        assumeTrue(found.isPresent(), name + " is not installed");
        return new Tool(found.orElseThrow());
    }

    /** Runs it in a folder; answers with its exit code. What it prints is printed. */
    int run(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            System.out.println(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            return process.waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
