package com.emlyon.connect.app.database;

import com.emlyon.connect.app.settings.PrivateFile;
import com.emlyon.connect.app.settings.StartRefused;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * The folder that holds the databases, and the values that the service stores in it. It is created beside its final
 * place and moved there when complete, so that an interrupted creation is never taken for a database. The password is
 * that of both roles, the superuser's and the service's.
 */
record Cluster(Path folder, String password) {

    private static final Logger log = LoggerFactory.getLogger(Cluster.class);
    private static final String UNFINISHED = "postgres.unfinished-";
    private static final String PASSWORD = "connect.password";
    private static final String PORT = "connect.port";

    /**
     * Opens the cluster of this data folder, and creates it when there is none. Only one process may do so at a time.
     */
    static Cluster openedIn(Path data, PostgresBinaries binaries) throws IOException {
        Path folder = data.resolve("postgres");
        Leftovers.remove(data, UNFINISHED);
        if (!Files.exists(folder) || isEmpty(folder)) {
            make(data, folder, binaries);
        }
        if (!Files.isRegularFile(folder.resolve("PG_VERSION")) || !Files.isRegularFile(folder.resolve(PASSWORD))) {
            throw new StartRefused(
                    "%s is not a database that this service has made; move it away, or set DATA_DIR to another folder."
                            .formatted(folder));
        }
        return new Cluster(folder.toRealPath(), PrivateFile.read(folder.resolve(PASSWORD)));
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.findAny().isEmpty();
        }
    }

    private static void make(Path data, Path folder, PostgresBinaries binaries) throws IOException {
        log.info("Making a database in {}; this takes some seconds", folder);
        Path unfinished = Files.createTempDirectory(data, UNFINISHED);
        Path database = unfinished.resolve("database");
        Path password = unfinished.resolve(PASSWORD);
        PrivateFile.write(password, PrivateFile.newSecret());
        ProgramResult made = binaries.run(
                "initdb",
                "--pgdata=" + database,
                "--username=" + PostgresServer.SUPERUSER,
                "--auth=scram-sha-256",
                "--pwfile=" + password,
                "--data-checksums",
                "--encoding=UTF8",
                // The same order and letter cases on every machine, whatever languages are installed there.
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--set=timezone=UTC",
                "--set=log_timezone=UTC");
        if (!made.succeeded()) {
            throw new StartRefused("DATA_DIR: the built-in PostgreSQL cannot make a database in %s: %s"
                    .formatted(data, made.output().lines().reduce("", (former, line) -> line)));
        }
        Files.move(password, database.resolve(PASSWORD));
        Files.move(database, folder, StandardCopyOption.ATOMIC_MOVE);
        outlastPowerFailure(data);
        FileSystemUtils.deleteRecursively(unfinished);
    }

    private static void outlastPowerFailure(Path data) throws IOException {
        if (data.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(data, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** The port on which the server listened last. */
    OptionalInt port() throws IOException {
        Path file = folder.resolve(PORT);
        return Files.exists(file) ? OptionalInt.of(Integer.parseInt(PrivateFile.read(file))) : OptionalInt.empty();
    }

    void remember(int port) throws IOException {
        PrivateFile.write(folder.resolve(PORT), Integer.toString(port));
    }

    Path log() {
        return folder.resolve("server.log");
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
