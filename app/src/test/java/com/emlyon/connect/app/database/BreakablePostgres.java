package com.emlyon.connect.app.database;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** A PostgreSQL for one test, which can be killed, made to hang, and brought back; no watchdog starts it again. */
public final class BreakablePostgres implements AutoCloseable {

    private static final String ROLE = "connect";
    private static final Duration A_WHILE = Duration.ofSeconds(30);

    private final Cluster cluster;
    private final PostgresServer server;
    private final int port;

    private BreakablePostgres(Cluster cluster, PostgresServer server, int port) {
        this.cluster = cluster;
        this.server = server;
        this.port = port;
    }

    /** Starts one whose data lie in the folder, with an empty database. */
    public static BreakablePostgres start(Path folder) {
        try {
            new DataOfATest(folder).takesProgramsFrom(TestPostgres.programs());
            PostgresBinaries binaries = PostgresBinaries.unpackedBelow(folder.resolve("postgres-bin"));
            Cluster cluster = Cluster.openedIn(folder, binaries);
            PostgresServer server = new PostgresServer(cluster, binaries);
            BreakablePostgres started =
                    new BreakablePostgres(cluster, server, server.ensureRunning(OptionalInt.empty()));
            started.execute("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(ROLE, cluster.password()));
            started.execute("CREATE DATABASE %s OWNER %s".formatted(ROLE, ROLE));
            return started;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void execute(String statement) throws IOException {
        try (Connection connection = server.connect(port, "test");
                Statement order = connection.createStatement()) {
            order.execute(statement);
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
    }

    /** The JDBC URL of its database, user and password included. */
    public String url() {
        return "jdbc:postgresql://%s:%d/%s?user=%s&password=%s"
                .formatted(LocalPort.HOST, port, ROLE, ROLE, cluster.password());
    }

    /** {@code kill -9} of all its processes. */
    public void kill() throws IOException {
        Postmaster postmaster = Postmaster.of(cluster.folder()).orElseThrow();
        List<ProcessHandle> all = processes(postmaster);
        all.forEach(ProcessHandle::destroyForcibly);
        await().atMost(A_WHILE).until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
    }

    /** Starts it again on the same port. */
    public void startAgain() throws IOException {
        server.ensureRunning(OptionalInt.of(port));
    }

    /** Stops all its processes where they are: connections stay, and nothing is answered. */
    public void hang() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** Lets it go on after {@link #hang}. */
    public void goOn() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        List<String> command = Stream.concat(
                        Stream.of("kill", "-" + signal),
                        processes(Postmaster.of(cluster.folder()).orElseThrow()).stream()
                                .map(process -> String.valueOf(process.pid())))
                .toList();
        // A backend may have ended since it was listed.
        new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private static List<ProcessHandle> processes(Postmaster postmaster) {
        return ProcessHandle.of(postmaster.pid()).stream()
                .flatMap(parent -> Stream.concat(Stream.of(parent), parent.descendants()))
                .toList();
    }

    @Override
    public void close() throws IOException {
        if (server.isRunning()) {
            kill();
        }
    }
}
