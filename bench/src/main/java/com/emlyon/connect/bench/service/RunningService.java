package com.emlyon.connect.bench.service;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** An installed service that runs with the database that it brings along, and does not throttle. */
public final class RunningService implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    /** Load comes from one address, and its students write without a pause. */
    private static final Map<String, String> SETTINGS = Map.of(
            "CONNECT_PASSWORDS_COST", "4",
            "CONNECT_THROTTLE_REGISTRATIONS_MOST", "1000000",
            "CONNECT_THROTTLE_WRITES_MOST", "100000000",
            "CONNECT_THROTTLE_TICKETS_MOST", "1000000",
            "CONNECT_EVENTS_MOST_TO_COME", "1000000",
            "CONNECT_EVENTS_MOST_A_DAY", "1000000");

    private final Process process;
    private final URI base;

    private RunningService(Process process, URI base) {
        this.process = process;
        this.base = base;
    }

    /**
     * Starts the installation in a folder, and waits until it answers.
     *
     * @param data its data folder, which may have data of an earlier start
     */
    public static RunningService start(Path installation, Path data) throws IOException, InterruptedException {
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                installation.resolve("bin").resolve("connect").toString());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeAll(List.of("DATABASE_URL", "MANAGEMENT_PORT", "NODE_ENV"));
        environment.putAll(SETTINGS);
        environment.put("PORT", String.valueOf(port));
        environment.put("DATA_DIR", data.toString());
        Files.createDirectories(data);
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolve("service.log").toFile()))
                .start();
        RunningService service = new RunningService(process, URI.create("http://127.0.0.1:" + port));
        service.awaitAnswer(data);
        return service;
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private void awaitAnswer(Path data) throws IOException, InterruptedException {
        long start = System.nanoTime();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest health =
                    HttpRequest.newBuilder(base.resolve("/api/health")).build();
            while (!answers(http, health)) {
                if (!process.isAlive() || System.nanoTime() - start > LONGEST_START.toNanos()) {
                    process.destroy();
                    throw new IOException(
                            "The service does not answer:\n" + Files.readString(data.resolve("service.log")));
                }
                Thread.sleep(20);
            }
        }
    }

    private static boolean answers(HttpClient http, HttpRequest health) throws InterruptedException {
        try {
            return http.send(health, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Scheme, host and port. */
    public URI base() {
        return base;
    }

    /** Its process, without that of the database. */
    public ServerProcess process() {
        return new ServerProcess(process.pid());
    }

    /** Its process id. */
    public long pid() {
        return process.pid();
    }

    /** Ends it in good order, with its database. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
