package com.emlyon.connect.promise;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.platform.postgres.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Two nodes of the service on one database and one folder of uploads; even numbers mean the first, odd numbers the second. */
final class TwoNodes {

    private final List<TestNode> nodes;
    private final List<ContractClient> clients;
    private final List<Campus> campuses;

    private TwoNodes(String database) {
        String[] settings = {
            "--connect.uploads=" + folder(),
            // A hundred requests come at once, and share ten connections, on a machine that may be slow.
            "--connect.http.longest-head=60s",
            "--event-store.longest-wait=60s",
            "--spring.datasource.hikari.connection-timeout=60000"
        };
        nodes = Stream.of(1, 2)
                .map(number -> TestNode.start(database, settings))
                .toList();
        clients = nodes.stream().map(ContractClient::new).toList();
        campuses = nodes.stream().map(Campus::new).toList();
    }

    /** The two that tests share; they live until the JVM ends. */
    static TwoNodes shared() {
        return Shared.NODES;
    }

    TestNode node(int number) {
        return nodes.get(number % nodes.size());
    }

    ContractClient client(int number) {
        return clients.get(number % nodes.size());
    }

    Campus campus(int number) {
        return campuses.get(number % nodes.size());
    }

    History history() {
        return new History(nodes.getFirst());
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(Path.of("target"), "uploads-").toAbsolutePath();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Started when the first test asks for them. */
    private static final class Shared {

        static final TwoNodes NODES = new TwoNodes(TestPostgres.freshDatabaseUrl());
    }
}
