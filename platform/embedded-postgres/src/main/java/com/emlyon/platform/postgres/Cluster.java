package com.emlyon.platform.postgres;

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

/**
 * The folder that holds the databases, and the values that the service stores in it. It is created beside its final
 * place and moved there when complete, so that an interrupted creation is never taken for a database. The password is
 * that of both roles, the superuser's and the service's.
 */
record Cluster(Path folder, String password, PostgresOptions options) {

    private static final Logger log = LoggerFactory.getLogger(Cluster.class);
    private static final String UNFINISHED = "postgres.unfinished-";
    private static final String PASSWORD = ".password";
    private static final String PORT = ".port";

    /**
     * Opens the cluster in the data folder, and creates it when there is none. Only one process may do so at a time.
     */
    static Cluster opened(PostgresOptions options, PostgresBinaries binaries) throws IOException {
        Path data = options.folder();
        Path folder = data.resolve("postgres");
        Leftovers.remove(data, UNFINISHED);
        if (!Files.exists(folder) || isEmpty(folder)) {
            make(options, folder, binaries);
        }
        Path password = folder.resolve(options.name() + PASSWORD);
        if (!Files.isRegularFile(folder.resolve("PG_VERSION")) || !Files.isRegularFile(password)) {
            throw new PostgresStartException(
                    "%s is not a database that this service has made; move it away, or set %s to another folder."
                            .formatted(folder, options.settings().folder()));
        }
        return new Cluster(folder.toRealPath(), PrivateFile.read(password), options);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.findAny().isEmpty();
        }
    }

    private static void make(PostgresOptions options, Path folder, PostgresBinaries binaries) throws IOException {
        Path data = options.folder();
        log.info("Making a database in {}; this takes some seconds", folder);
        Path unfinished = Files.createTempDirectory(data, UNFINISHED);
        Path database = unfinished.resolve("database");
        Path password = unfinished.resolve(options.name() + PASSWORD);
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
            throw new PostgresStartException("%s: the built-in PostgreSQL cannot make a database in %s: %s"
                    .formatted(
                            options.settings().folder(),
                            data,
                            made.output().lines().reduce("", (former, line) -> line)));
        }
        Files.move(password, database.resolve(options.name() + PASSWORD));
        Files.move(database, folder, StandardCopyOption.ATOMIC_MOVE);
        outlastPowerFailure(data);
        FolderTree.delete(unfinished);
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
        Path file = portFile();
        return Files.exists(file) ? OptionalInt.of(Integer.parseInt(PrivateFile.read(file))) : OptionalInt.empty();
    }

    void remember(int port) throws IOException {
        PrivateFile.write(portFile(), Integer.toString(port));
    }

    private Path portFile() {
        return folder.resolve(options.name() + PORT);
    }

    Path log() {
        return folder.resolve("server.log");
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
