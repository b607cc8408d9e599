package com.emlyon.connect.promise.process;

import static org.awaitility.Awaitility.await;

import com.emlyon.connect.app.BareProcess;
import com.emlyon.connect.app.EmlyonConnect;
import com.emlyon.connect.app.FreePort;
import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.ContractClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A node in a process of its own, made of the classes of the test, that can be killed; its database lives on. */
public final class ForkedNode implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Process process;
    private final ContractClient client;

    private ForkedNode(Process process, ContractClient client) {
        this.process = process;
        this.client = client;
    }

    /** Starts one on that database, beside the nodes of the test, with further Spring arguments. */
    public static ForkedNode start(String databaseUrl, String... arguments) throws IOException {
        int port = FreePort.next();
        Path data = Files.createTempDirectory(Path.of("target"), "forked-").toAbsolutePath();
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                EmlyonConnect.class.getName(),
                "--DATABASE_URL=" + databaseUrl,
                "--PORT=" + port,
                "--JWT_SECRET=" + TestNode.JWT_SECRET,
                "--MASTER_KEY=" + TestNode.MASTER_KEY,
                "--DATA_DIR=" + data));
        command.addAll(List.of(arguments));
        Process process = BareProcess.of(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("log").toFile())
                .start();
        ForkedNode node = new ForkedNode(process, new ContractClient(URI.create("http://localhost:" + port)));
        node.awaitHealth(data.resolve("log"));
        return node;
    }

    private void awaitHealth(Path log) {
        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            if (!process.isAlive()) {
                throw new AssertionError("The node has ended: " + Files.readString(log));
            }
            return client.get("/api/health").send().status() == 200;
        });
    }

    /** What asks it. */
    public ContractClient client() {
        return client;
    }

    /** {@code kill -9}. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
