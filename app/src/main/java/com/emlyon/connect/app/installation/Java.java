package com.emlyon.connect.app.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The JVM that installs, started again to do a part of it. */
final class Java {

    /** What a process needs to run at all; none of the settings of a service that is to be installed. */
    private static final Set<String> KEPT =
            Set.of("PATH", "HOME", "USER", "LANG", "LC_ALL", "TMPDIR", "TEMP", "SystemRoot");

    private static final int LINES_SHOWN = 10;

    private Java() {}

    /** Its program. */
    static Path program() {
        return Path.of(ProcessHandle.current()
                .info()
                .command()
                .orElse(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    }

    /**
     * Runs it with nothing of the environment but such variables.
     *
     * @throws IOException with the end of its output when it fails or takes longer than the limit
     */
    static void run(List<String> arguments, Map<String, String> variables, Duration limit) throws IOException {
        Path output = Files.createTempFile("emlyon-connect-install", ".log");
        try {
            ProcessBuilder builder = new ProcessBuilder(
                            Stream.concat(Stream.of(program().toString()), arguments.stream())
                                    .toList())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().keySet().retainAll(KEPT);
            builder.environment().putAll(variables);
            Process process = builder.start();
            try {
                await(process, limit, output);
            } finally {
                process.descendants().forEach(ProcessHandle::destroy);
                process.destroyForcibly();
            }
        } finally {
            Files.delete(output);
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
