package com.emlyon.platform.postgres;

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

    private static final Duration A_WHILE = Duration.ofMinutes(2);

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
            PostgresOptions options = PostgresOptions.in(folder);
            PostgresBinaries binaries =
                    PostgresBinaries.unpackedBelow(folder.resolve("postgres-bin"), options.settings());
            Cluster cluster = Cluster.opened(options, binaries);
            PostgresServer server = new PostgresServer(cluster, binaries);
            BreakablePostgres started =
                    new BreakablePostgres(cluster, server, server.ensureRunning(OptionalInt.empty()));
            started.execute("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(TestPostgres.ROLE, cluster.password()));
            started.execute("CREATE DATABASE %s OWNER %s".formatted(TestPostgres.ROLE, TestPostgres.ROLE));
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
                .formatted(LocalPort.HOST, port, TestPostgres.ROLE, TestPostgres.ROLE, cluster.password());
    }

    /** {@code kill -9} of all its processes. */
    public void kill() throws IOException {
        List<ProcessHandle> all = stopped();
        all.forEach(ProcessHandle::destroyForcibly);
        await().atMost(A_WHILE).until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
    }

    /** Starts it again on the same port. */
    public void startAgain() throws IOException {
        server.ensureRunning(OptionalInt.of(port));
    }

    /** Stops all its processes where they are: connections stay, and nothing is answered. */
    public void hang() throws IOException {
        stopped();
    }

    /** Lets it go on after {@link #hang}. */
    public void goOn() throws IOException {
        ProcessHandle postmaster = postmaster();
        signal(
                "CONT",
                Stream.concat(postmaster.descendants(), Stream.of(postmaster)).toList());
    }

    /** All its processes, stopped: the postmaster first, since it could start another backend while the others are stopped. */
    private List<ProcessHandle> stopped() throws IOException {
        ProcessHandle postmaster = postmaster();
        signal("STOP", List.of(postmaster));
        List<ProcessHandle> backends = postmaster.descendants().toList();
        signal("STOP", backends);
        return Stream.concat(Stream.of(postmaster), backends.stream()).toList();
    }

    private ProcessHandle postmaster() throws IOException {
        return ProcessHandle.of(Postmaster.of(cluster.folder()).orElseThrow().pid())
                .orElseThrow();
    }

    private static void signal(String signal, List<ProcessHandle> processes) throws IOException {
        List<String> command = Stream.concat(
                        Stream.of("kill", "-" + signal),
                        processes.stream().map(process -> String.valueOf(process.pid())))
                .toList();
        try {
            // A backend may have ended since it was listed: the exit code does not count.
            new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    @Override
    public void close() throws IOException {
        if (server.isRunning()) {
            kill();
        }
    }
}
