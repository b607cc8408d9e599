package com.emlyon.connect.bench.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A commit, checked out into a folder of its own, built and installed. */
final class Checkout implements AutoCloseable {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final Path repository;
    private final Path sources;
    private final Path installation;

    /** Checks it out and builds it. */
    Checkout(Path repository, String commit, Path folder) throws IOException, InterruptedException {
        this.repository = repository;
        this.sources = folder.resolve("sources");
        this.installation = folder.resolve("connect-" + commit.replaceAll("\\W", "-"));
        run(repository, List.of("git", "worktree", "add", "--detach", sources.toString(), commit));
        run(sources, List.of(sources.resolve("mvnw").toString(), "-q", "package", "-DskipTests"));
        run(
                sources,
                List.of(
                        JAVA,
                        "-jar",
                        Path.of("app", "target", "emlyon-connect.jar").toString(),
                        "install",
                        installation.toString()));
    }

    Path installation() {
        return installation;
    }

    private static void run(Path folder, List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        int code = builder.start().waitFor();
        if (code != 0) {
            throw new IOException("%s ended with %d".formatted(command, code));
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run(repository, List.of("git", "worktree", "remove", "--force", sources.toString()));
    }
}
