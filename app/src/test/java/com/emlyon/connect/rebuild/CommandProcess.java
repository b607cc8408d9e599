package com.emlyon.connect.rebuild;

import com.emlyon.connect.app.BareProcess;
import com.emlyon.connect.app.EmlyonConnect;
import com.emlyon.connect.app.TestNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The program, run with a command as operators do, its output in a pipe. */
final class CommandProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private CommandProcess(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts a command on a database. */
    static CommandProcess start(String database, String... command) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                EmlyonConnect.class.getName()));
        line.addAll(List.of(command));
        ProcessBuilder builder = BareProcess.of(line).redirectErrorStream(true);
        builder.environment().put("DATABASE_URL", database);
        builder.environment().put("JWT_SECRET", TestNode.JWT_SECRET);
        builder.environment().put("MASTER_KEY", TestNode.MASTER_KEY);
        builder.environment()
                .put(
                        "DATA_DIR",
                        Files.createTempDirectory(Path.of("target"), "command-").toString());
        return new CommandProcess(builder.start());
    }

    /** Waits for the first line that contains this text, and answers with it. */
    String awaitLine(String text) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.contains(text)) {
                return line;
            }
        }
        throw new AssertionError("The command ended without saying \"%s\"".formatted(text));
    }

    /** Asks it to end, as Ctrl-C does; through the handle, because the process itself would close its output. */
    void interrupt() {
        boolean unused = process.toHandle().destroy();
    }

    /** Waits for its end; what it has said since, and its exit code. */
    Ended awaitEnd() throws InterruptedException {
        String said = output.lines().collect(Collectors.joining("\n"));
        return new Ended(process.waitFor(), said);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    record Ended(int exitCode, String said) {}
}
