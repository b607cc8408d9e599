package com.emlyon.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL with durable settings whose data stays in the data folder between starts.
 *
 * <p>Only programs on this machine can connect to it (127.0.0.1, no socket files), and only with the password that is
 * kept in the database's folder, which only the user of the service can read. The service is not superuser in it.
 *
 * <p>The server outlives a service that is killed; the next service on the same folder attaches to it. Several services
 * may share it: when it dies, the remaining ones start it again, and the last one to close stops it.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final Cluster cluster;
    private final PostgresServer server;
    private final Watchdog watchdog;

    private EmbeddedPostgres(Cluster cluster, PostgresServer server, Watchdog watchdog) {
        this.cluster = cluster;
        this.server = server;
        this.watchdog = watchdog;
    }

    /** Opens the one of this data folder, with the usual names. */
    public static EmbeddedPostgres open(Path folder) {
        return open(PostgresOptions.in(folder));
    }

    /**
     * Attaches to the server of a data folder or starts one.
     *
     * @throws PostgresStartException with the reason when it cannot
     */
    public static EmbeddedPostgres open(PostgresOptions options) {
        SettingNames settings = options.settings();
        Path data = options.folder();
        try {
            Files.createDirectories(data);
            return open(options, data.resolve("postgres.lock"));
        } catch (LockTakenException taken) {
            throw new PostgresStartException("%s: %s".formatted(settings.folder(), taken.getMessage()), taken);
        } catch (IOException e) {
            throw new PostgresStartException(
                    ("The built-in PostgreSQL cannot keep its data in %s (%s); set %s to a folder that can be"
                                    + " written, or %s to a PostgreSQL of your own.")
                            .formatted(data, e, settings.folder(), settings.url()),
                    e);
        }
    }

    /** Why the built-in PostgreSQL cannot run on this machine or for this user, as a sentence; empty when it can. */
    public static Optional<String> problem(SettingNames settings) {
        try {
            PostgresBinaries.refuseUnlessRunnable(settings);
            return Optional.empty();
        } catch (PostgresStartException | IOException reason) {
            return Optional.of(String.valueOf(reason.getMessage()));
        }
    }

    private static EmbeddedPostgres open(PostgresOptions options, Path lock) throws IOException {
        EmbeddedPostgres postgres = ProcessLock.whileHolding(lock, Watchdog.PATIENCE, () -> {
            PostgresBinaries binaries =
                    PostgresBinaries.unpackedBelow(options.folder().resolve("postgres-bin"), options.settings());
            Cluster cluster = Cluster.opened(options, binaries);
            PostgresServer server = new PostgresServer(cluster, binaries);
            return new EmbeddedPostgres(cluster, server, Watchdog.over(server, lock));
        });
        try {
            ProcessLock.whileHolding(lock, Watchdog.PATIENCE, postgres::prepareDatabase);
        } catch (IOException | RuntimeException e) {
            postgres.close();
            throw e;
        }
        log.info(
                "The built-in PostgreSQL keeps its data in {} and listens on port {} of this machine only; set {}"
                        + " to use a PostgreSQL of your own",
                postgres.cluster.folder(),
                postgres.port(),
                options.settings().url());
        return postgres;
    }

    private EmbeddedPostgres prepareDatabase() throws IOException {
        createDatabase(options().name());
        return this;
    }

    /** Creates an empty database that belongs to the role of the service, unless it exists. */
    void createDatabase(String name) throws IOException {
        try (Connection connection = server.connect(port(), "setup");
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "select 1 from pg_roles where rolname = '" + user() + "'")) {
                statement.execute("create role " + user() + " login password '" + password() + "'");
            }
            if (!exists(statement, "select 1 from pg_database where datname = '" + name + "'")) {
                statement.execute("create database " + name + " owner " + user());
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    /** The port on 127.0.0.1; it stays the same for as long as this is open, also when the server is started again. */
    public int port() {
        return watchdog.port();
    }

    /** The address of the service's database. */
    public String jdbcUrl() {
        return jdbcUrl(options().name());
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://" + LocalPort.HOST + ":" + port() + "/" + database;
    }

    /** The role of the service. */
    public String user() {
        return options().name();
    }

    private PostgresOptions options() {
        return cluster.options();
    }

    /** The password of the role of the service. */
    public String password() {
        return cluster.password();
    }

    /** Shuts the server down cleanly, unless another service uses it. */
    @Override
    public void close() {
        try {
            watchdog.end();
        } catch (IOException e) {
            log.error("The built-in PostgreSQL on port {} was not stopped", port(), e);
        }
    }
}
