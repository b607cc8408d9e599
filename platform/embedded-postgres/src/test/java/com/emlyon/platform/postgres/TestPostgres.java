package com.emlyon.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;

/**
 * The real PostgreSQL on which tests run: one server with durable settings for each JVM, stopped when the JVM exits. Give
 * the URL to what is tested as a property or an argument when it starts.
 */
public final class TestPostgres {

    /** The role to which the databases belong. */
    public static final String ROLE = PostgresOptions.USUAL_NAME;

    private TestPostgres() {}

    /** The JDBC URL, user and password included, of a new empty database that belongs to the service's role. */
    public static String freshDatabaseUrl() {
        EmbeddedPostgres postgres = Server.RUNNING;
        String database = "test_" + UUID.randomUUID().toString().replace("-", "");
        try {
            postgres.createDatabase(database);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return postgres.jdbcUrl(database) + "?user=" + postgres.user() + "&password=" + postgres.password();
    }

    /** Where its programs lie, unpacked. */
    static Path programs() {
        Server.RUNNING.port();
        return Server.folder().resolve("postgres-bin");
    }

    /** Ends all connections to a database and refuses new ones, as if it were gone, until {@link #open}. */
    public static void close(String databaseUrl) {
        String database = nameIn(databaseUrl);
        execute("ALTER DATABASE " + database + " ALLOW_CONNECTIONS false");
        execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + database + "'");
    }

    /** Ends the connections that call themselves so; they may be made again at once. */
    public static void cut(String applicationName) {
        execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '" + applicationName
                + "'");
    }

    /** Lets connections in again. */
    public static void open(String databaseUrl) {
        execute("ALTER DATABASE " + nameIn(databaseUrl) + " ALLOW_CONNECTIONS true");
    }

    /** Lets the superuser execute a statement, in the database of a URL. */
    public static void executeAsSuperuser(String databaseUrl, String statement) {
        EmbeddedPostgres postgres = Server.RUNNING;
        try (Connection superuser = DriverManager.getConnection(
                        postgres.jdbcUrl(nameIn(databaseUrl)), PostgresServer.SUPERUSER, postgres.password());
                Statement order = superuser.createStatement()) {
            order.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String nameIn(String databaseUrl) {
        return databaseUrl.substring(databaseUrl.lastIndexOf('/') + 1, databaseUrl.indexOf('?'));
    }

    private static void execute(String statement) {
        EmbeddedPostgres postgres = Server.RUNNING;
        try (Connection neighbour =
                        DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
                Statement order = neighbour.createStatement()) {
            order.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Started when the first test asks for it. */
    private static final class Server {

        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                Path folder = folder();
                if (!isRunning(folder)) {
                    FolderTree.delete(folder.resolve("postgres"));
                }
                EmbeddedPostgres postgres = EmbeddedPostgres.open(folder);
                runAnApplication();
                // Only after all nodes: without their database they would wait for it before they go.
                SpringApplication.getShutdownHandlers().add(postgres::close);
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /**
         * Runs an empty application, without the settings and listeners of the class path: only in a JVM in which one has
         * run does Spring Boot call the handlers when the JVM exits.
         */
        private static void runAnApplication() {
            SpringApplication application = new SpringApplication(Empty.class);
            application.setWebApplicationType(WebApplicationType.NONE);
            application.setBannerMode(Banner.Mode.OFF);
            application.setLogStartupInfo(false);
            application.setListeners(List.of());
            application.setInitializers(List.of());
            application.run().close();
        }

        /** A server that a killed JVM has left behind is used and stopped by the next one. */
        private static boolean isRunning(Path folder) throws IOException {
            Path cluster = folder.resolve("postgres");
            return Files.exists(cluster)
                    && Postmaster.of(cluster.toRealPath())
                            .filter(Postmaster::isAlive)
                            .isPresent();
        }

        private static Path folder() {
            // Surefire names the folder of the module whose tests run.
            return Path.of(System.getProperty("basedir", ""))
                    .resolve("target")
                    .resolve("test-postgres-" + System.getProperty("tests.fork", "1"))
                    .toAbsolutePath();
        }
    }

    /** An application without beans. */
    private static final class Empty {}
}
