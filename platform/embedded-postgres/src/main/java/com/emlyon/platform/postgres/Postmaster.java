package com.emlyon.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The first process of a server, as read from the file {@code postmaster.pid} in its folder. */
record Postmaster(Path folder, long pid, int port) {

    private static final String FILE = "postmaster.pid";
    private static final int LINE_OF_PORT = 3;
    private static final long NO_PROCESS = Integer.MAX_VALUE;

    /** The process that runs on this folder, or did until it was killed; empty when the last one ended cleanly. */
    static Optional<Postmaster> of(Path folder) throws IOException {
        try {
            List<String> lines = Files.readAllLines(folder.resolve(FILE));
            if (lines.size() <= LINE_OF_PORT) {
                return Optional.empty();
            }
            long pid = Long.parseLong(lines.getFirst().strip());
            int port = Integer.parseInt(lines.get(LINE_OF_PORT).strip());
            return Optional.of(new Postmaster(folder, pid, port));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether the process still runs. Its number may meanwhile belong to another process, and a killed process keeps
     * its number until its exit status is read, which may not happen in containers; neither of them has the command
     * line of a server on this folder.
     */
    boolean isAlive() {
        return ProcessHandle.of(pid)
                .map(ProcessHandle::info)
                .filter(this::isServer)
                .isPresent();
    }

    private boolean isServer(ProcessHandle.Info process) {
        return process.arguments()
                .map(arguments -> Arrays.asList(arguments).contains(folder.toString()))
                .or(() -> process.command().map(command -> command.endsWith("postgres.exe")))
                .orElse(false);
    }

    /**
     * Tells the next server that this one is dead, when another process has its number. The file itself stays, because
     * it also says which shared memory orphaned sessions may still use.
     */
    void releaseNumber() throws IOException {
        if (ProcessHandle.of(pid).isPresent()) {
            Path file = folder.resolve(FILE);
            List<String> lines = new ArrayList<>(Files.readAllLines(file));
            lines.set(0, Long.toString(NO_PROCESS));
            Files.write(file, lines);
        }
    }
}
