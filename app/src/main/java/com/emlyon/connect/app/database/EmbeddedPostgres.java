package com.emlyon.connect.app.database;

import com.emlyon.connect.app.settings.DataLock;
import com.emlyon.connect.app.settings.StartRefused;
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
    private static final String ROLE = "connect";
    private static final String DATABASE = "connect";

    private final Cluster cluster;
    private final PostgresServer server;
    private final Watchdog watchdog;

    private EmbeddedPostgres(Cluster cluster, PostgresServer server, Watchdog watchdog) {
        this.cluster = cluster;
        this.server = server;
        this.watchdog = watchdog;
    }

    /** Attaches to the server of this data folder or starts one; refuses the start, with the reason, when it cannot. */
    public static EmbeddedPostgres open(Path data) {
        try {
            Files.createDirectories(data);
            return open(data, data.resolve("postgres.lock"));
        } catch (IOException e) {
            throw new StartRefused(
                    ("The built-in PostgreSQL cannot keep its data in %s (%s); set DATA_DIR to a folder that can be"
                                    + " written, or DATABASE_URL to a PostgreSQL of your own.")
                            .formatted(data, e),
                    e);
        }
    }

    /** Why the built-in PostgreSQL cannot run on this machine or for this user, as a sentence; empty when it can. */
    public static Optional<String> problem() {
        try {
            PostgresBinaries.refuseUnlessRunnable();
            return Optional.empty();
        } catch (StartRefused | IOException reason) {
            return Optional.of(String.valueOf(reason.getMessage()));
        }
    }

    private static EmbeddedPostgres open(Path data, Path lock) throws IOException {
        EmbeddedPostgres postgres = DataLock.whileHolding(lock, Watchdog.PATIENCE, () -> {
            PostgresBinaries binaries = PostgresBinaries.unpackedBelow(data.resolve("postgres-bin"));
            Cluster cluster = Cluster.openedIn(data, binaries);
            PostgresServer server = new PostgresServer(cluster, binaries);
            return new EmbeddedPostgres(cluster, server, Watchdog.over(server, lock));
        });
        try {
            DataLock.whileHolding(lock, Watchdog.PATIENCE, postgres::prepareDatabase);
        } catch (IOException | RuntimeException e) {
            postgres.close();
            throw e;
        }
        log.info(
                "The built-in PostgreSQL keeps its data in {} and listens on port {} of this machine only; set DATABASE_URL"
                        + " to use a PostgreSQL of your own",
                postgres.cluster.folder(),
                postgres.port());
        return postgres;
    }

    private EmbeddedPostgres prepareDatabase() throws IOException {
        createDatabase(DATABASE);
        return this;
    }

    /** Creates an empty database that belongs to the role of the service, unless it exists. */
    void createDatabase(String name) throws IOException {
        try (Connection connection = server.connect(port(), "emlyon-connect-setup");
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "select 1 from pg_roles where rolname = '" + ROLE + "'")) {
                statement.execute("create role " + ROLE + " login password '" + password() + "'");
            }
            if (!exists(statement, "select 1 from pg_database where datname = '" + name + "'")) {
                statement.execute("create database " + name + " owner " + ROLE);
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
        return jdbcUrl(DATABASE);
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://" + LocalPort.HOST + ":" + port() + "/" + database;
    }

    /** The role of the service. */
    public String user() {
        return ROLE;
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
