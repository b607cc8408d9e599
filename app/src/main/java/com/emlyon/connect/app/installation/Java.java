package com.emlyon.connect.app.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs the JVM of this process again, to do a part of the installation. */
final class Java {

    /** The variables that a process needs to run at all; none of them is a setting of the service. */
    private static final Set<String> KEPT = Set.of("PATH", "HOME", "USER", "LANG", "LC_ALL", "TEMP", "SystemRoot");

    private static final int LINES_SHOWN = 10;
    private static final Duration LONGEST_END = Duration.ofSeconds(30);

    private Java() {}

    /** The executable of the JVM. */
    static Path program() {
        return Path.of(ProcessHandle.current()
                .info()
                .command()
                .orElse(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    }

    /**
     * Runs the JVM in a folder, whose files it may use, with only the given and the {@link #KEPT} variables in its
     * environment.
     *
     * @throws IOException with the end of its output when it fails or takes longer than the limit
     */
    static void run(Path folder, List<String> arguments, Map<String, String> variables, Duration limit)
            throws IOException {
        Path output = Files.createTempFile("emlyon-connect-install", ".log");
        try {
            ProcessBuilder builder = new ProcessBuilder(Stream.concat(
                                    Stream.of(
                                            program().toString(),
                                            "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir")),
                                    arguments.stream())
                            .toList())
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().keySet().retainAll(KEPT);
            builder.environment().putAll(variables);
            Process process = builder.start();
            AtExit end = AtExit.run(() -> end(process));
            try {
                await(process, limit, output);
            } finally {
                end(process);
                boolean unused = end.cancel();
            }
        } finally {
            Files.delete(output);
        }
    }

    /** Waits until the processes that were started here have ended. */
    static void awaitEnds() {
        ProcessHandle.current()
                .children()
                .map(child -> child.onExit().completeOnTimeout(child, 2 * LONGEST_END.toSeconds(), TimeUnit.SECONDS))
                .forEach(CompletableFuture::join);
    }

    /** Asks the process to end by itself at first, as the service then stops the PostgreSQL that it has started. */
    private static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static void await(Process process, Duration limit, Path output) throws IOException {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("it took longer than %d s".formatted(limit.toSeconds()));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("it was interrupted", interrupted);
        }
        if (process.exitValue() != 0) {
            List<String> said = Files.readAllLines(output);
            String end = String.join("\n", said.subList(Math.max(0, said.size() - LINES_SHOWN), said.size()));
            throw new IOException("exit code %d, output:%n%s".formatted(process.exitValue(), end));
        }
    }
}
