package com.emlyon.platform.postgres;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** The data folder of a test that starts the built-in PostgreSQL itself. */
record DataOfATest(Path folder) {

    private static final Duration A_WHILE = Duration.ofMinutes(2);

    /** Unpacking takes longer than everything else, so it is done once for the tests of a class, before they look at time. */
    void takesProgramsFrom(Path programs) throws IOException {
        PostgresBinaries.unpackedBelow(programs, SettingNames.OF_SPRING_BOOT);
        Files.createSymbolicLink(folder.resolve("postgres-bin"), programs);
    }

    /** The server that runs in it. */
    Postmaster postmaster() throws IOException {
        return Postmaster.of(folder.resolve("postgres").toRealPath()).orElseThrow();
    }

    void killWhatIsLeft() throws IOException {
        if (Files.exists(folder.resolve("postgres/postmaster.pid"))) {
            kill(postmaster());
        }
    }

    /** Kills a server, and waits until it is dead. */
    static void kill(Postmaster postmaster) {
        ProcessHandle.of(postmaster.pid())
                .filter(process -> postmaster.isAlive())
                .ifPresent(ProcessHandle::destroyForcibly);
        await().atMost(A_WHILE).until(() -> !postmaster.isAlive());
    }

    /** Whether there is something in a folder whose name begins like this. */
    static boolean hasChild(Path folder, String beginning) throws IOException {
        try (Stream<Path> children = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
            return children.anyMatch(child -> child.getFileName().toString().startsWith(beginning));
        }
    }
}
