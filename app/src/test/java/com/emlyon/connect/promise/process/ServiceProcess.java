package com.emlyon.connect.promise.process;

import static org.awaitility.Awaitility.await;

import com.emlyon.connect.app.BareProcess;
import com.emlyon.connect.app.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The installed service with the PostgreSQL that it brings along, as processes of their own that can be killed. */
public final class ServiceProcess implements AutoCloseable {

    private static final Path LAUNCHER =
            Path.of("target", "connect", "bin", "connect").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(12);

    private final Path data;
    private final int port = FreePort.next();
    private final Map<String, String> settings;
    private final HttpClient http = HttpClient.newHttpClient();
    private Process process;

    private ServiceProcess(Path data, Map<String, String> settings) throws IOException {
        this.data = data;
        this.settings = settings;
        this.process = launch();
    }

    /** Starts a service that keeps everything in the folder. */
    public static ServiceProcess start(Path data) throws IOException {
        return start(data, Map.of());
    }

    /** Starts a service with such environment variables. */
    public static ServiceProcess start(Path data, Map<String, String> settings) throws IOException {
        ServiceProcess service = new ServiceProcess(data, settings);
        service.awaitHealth();
        return service;
    }

    /** Starts another node on the database of this one, under that name, with its settings, its secrets, and further settings. */
    public ServiceProcess startNeighbour(Path itsData, String name, Map<String, String> further) throws IOException {
        String url = databaseUrl() + "&ApplicationName=" + name;
        Map<String, String> itsSettings = new HashMap<>(settings);
        itsSettings.put("DATABASE_URL", url);
        itsSettings.put("JWT_SECRET", kept("jwt-secret"));
        itsSettings.put("MASTER_KEY", kept("master-key"));
        itsSettings.putAll(further);
        ServiceProcess neighbour = new ServiceProcess(itsData, itsSettings);
        neighbour.awaitHealth();
        return neighbour;
    }

    private String kept(String secret) throws IOException {
        return Files.readString(data.resolve(secret)).trim();
    }

    /** Where it listens. */
    public URI http() {
        return URI.create("http://localhost:" + port);
    }

    /** {@code kill -9} of the service alone; its PostgreSQL lives on. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** From now on, each commit of its PostgreSQL takes so many microseconds longer, as on a slow disk. */
    void slowCommitsDown(int micros) throws IOException {
        Files.writeString(
                data.resolve("postgres").resolve("postgresql.auto.conf"),
                "commit_delay = %d%ncommit_siblings = 0%n".formatted(micros),
                StandardOpenOption.APPEND);
        new ProcessBuilder("kill", "-HUP", postmaster().getFirst().trim())
                .start()
                .onExit()
                .join();
    }

    /** {@code kill -9} of PostgreSQL. */
    public void killPostgres() throws IOException {
        ProcessHandle.of(Long.parseLong(postmaster().getFirst().trim())).ifPresent(postmaster -> {
            postmaster.destroyForcibly();
            postmaster.onExit().join();
        });
    }

    /** Starts it again. */
    public void restart() throws IOException {
        process = launch();
        awaitHealth();
    }

    /** Starts it again if it was killed. */
    public void restartIfDead() throws IOException {
        if (!process.isAlive()) {
            restart();
        }
    }

    /** Waits until it answers. */
    public void awaitHealth() {
        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("The service has ended: " + Files.readString(data.resolve("log")));
            }
            return http.send(
                                    HttpRequest.newBuilder(http().resolve("/api/health"))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        });
    }

    /** The database, past the service. */
    public JdbcClient database() throws IOException {
        return JdbcClient.create(new DriverManagerDataSource(databaseUrl()));
    }

    /** The JDBC URL of its database, user and password included. */
    public String databaseUrl() throws IOException {
        return "jdbc:postgresql://localhost:%s/connect?user=connect&password=%s"
                .formatted(
                        postmaster().get(3).trim(),
                        Files.readString(data.resolve("postgres").resolve("connect.password"))
                                .trim());
    }

    private List<String> postmaster() throws IOException {
        // Not searched for: files of a running cluster come and go while a folder is walked.
        Path pid = data.resolve("postgres").resolve("postmaster.pid");
        if (!Files.exists(pid)) {
            throw new NoSuchElementException("PostgreSQL has stopped");
        }
        return Files.readAllLines(pid);
    }

    private Process launch() throws IOException {
        ProcessBuilder builder = BareProcess.of(List.of(LAUNCHER.toString()));
        builder.environment().put("PORT", String.valueOf(port));
        builder.environment().put("DATA_DIR", data.toString());
        // All tests come from one address, and their students write without a pause.
        builder.environment().put("CONNECT_THROTTLE_REGISTRATIONS_MOST", "100000");
        builder.environment().put("CONNECT_THROTTLE_WRITES_MOST", "1000000");
        builder.environment().put("CONNECT_THROTTLE_TICKETS_MOST", "1000000");
        // What a busy machine needs.
        builder.environment().put("EVENT_STORE_DATABASE_LONGEST_SILENCE", "5s");
        builder.environment().put("CONNECT_REQUESTS_LONGEST_WAIT", "60s");
        builder.environment().put("CONNECT_PASSWORDS_LONGEST_WAIT", "5m");
        builder.environment().put("CONNECT_EVENTS_MOST_TO_COME", "1000000");
        builder.environment().put("CONNECT_EVENTS_MOST_A_DAY", "1000000");
        // Tests make thousands of hashes.
        builder.environment().put("CONNECT_PASSWORDS_COST", "4");
        // Lives as short as these end before more compilation would pay.
        builder.environment().put("JAVA_OPTS", "-XX:TieredStopAtLevel=1");
        builder.environment().putAll(settings);
        builder.redirectErrorStream(true);
        builder.redirectOutput(
                ProcessBuilder.Redirect.appendTo(data.resolve("log").toFile()));
        return builder.start();
    }

    @Override
    public void close() throws IOException {
        // An orderly end stops PostgreSQL, too.
        process.destroy();
        process.onExit()
                .orTimeout(2, TimeUnit.MINUTES)
                .exceptionally(late -> process)
                .join();
        process.destroyForcibly().onExit().join();
        if (Files.exists(data.resolve("postgres"))) {
            try {
                killPostgres();
            } catch (NoSuchElementException stopped) {
                // As it should be.
            }
        }
    }
}
