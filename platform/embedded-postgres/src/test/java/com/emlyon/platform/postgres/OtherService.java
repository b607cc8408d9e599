package com.emlyon.platform.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Another process that opens the built-in PostgreSQL of a data folder, until it is killed or told to close. */
final class OtherService implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private OtherService(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** What the process does: opens, says its port, waits until its input ends, closes. */
    public static void main(String[] arguments) throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(Path.of(arguments[0]))) {
            System.out.println("port=" + postgres.port());
            while (System.in.read() != -1) {}
        }
        System.out.println("closed");
    }

    static OtherService start(Path data) throws IOException {
        return start(data, Map.of());
    }

    static OtherService start(Path data, Map<String, String> environment) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherService.class.getName(),
                        data.toString()))
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        return new OtherService(builder.start());
    }

    /** Waits until it has opened, and tells the port. */
    int port() throws IOException {
        return Integer.parseInt(lineWith("port=").substring("port=".length()));
    }

    /** Waits for the first line that contains this text. */
    String lineWith(String text) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.contains(text)) {
                return line;
            }
        }
        throw new IOException("the other process ended without saying \"" + text + "\"");
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    void closeInOrder() throws IOException {
        process.getOutputStream().close();
        lineWith("closed");
        process.onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
