package com.emlyon.connect.promise.rebuild;

import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.promise.durable.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The packaged service twice, on the PostgreSQL that the first one brings along: three things that can be killed. */
final class TwoProcesses implements AutoCloseable {

    private static final String SECOND = "neighbour";

    /** A hundred who ask at once may wait long for their turn on a busy machine; that is not what is looked for. */
    private static final Map<String, String> PATIENT = Map.of("SPRING_DATASOURCE_HIKARI_CONNECTIONTIMEOUT", "45000");

    private final ServiceProcess first;
    private final ServiceProcess second;
    private final Door toFirst;
    private final Door toSecond;
    private final String databaseUrl;

    private TwoProcesses(ServiceProcess first, ServiceProcess second) throws IOException {
        this.first = first;
        this.second = second;
        this.toFirst = new Door(new ContractClient(first.http()));
        this.toSecond = new Door(new ContractClient(second.http()));
        this.databaseUrl = first.databaseUrl();
    }

    static TwoProcesses start(Path data) throws IOException {
        ServiceProcess first = ServiceProcess.start(Files.createDirectory(data.resolve("first")), PATIENT);
        try {
            return new TwoProcesses(first, first.startNeighbour(Files.createDirectory(data.resolve("second")), SECOND));
        } catch (IOException | RuntimeException failure) {
            first.close();
            throw failure;
        }
    }

    List<Door> doors() {
        return List.of(toFirst, toSecond);
    }

    /** Each of them without a door, for as long as nobody is killed. */
    List<ContractClient> clients() {
        return List.of(new ContractClient(first.http()), new ContractClient(second.http()));
    }

    String databaseUrl() {
        return databaseUrl;
    }

    JdbcClient database() {
        return JdbcClient.create(new DriverManagerDataSource(databaseUrl));
    }

    /** Whether somebody builds the projection at this moment. */
    boolean isBuilt(String projection) {
        return builder(projection).isPresent();
    }

    /** Kills whoever builds the projection, or the first one. */
    void killBuilder(String projection) {
        if (builder(projection).filter(SECOND::equals).isPresent()) {
            killSecond();
        } else {
            killFirst();
        }
    }

    /** Who holds the lock of whoever builds it. */
    private Optional<String> builder(String projection) {
        return database()
                .sql("""
                        SELECT application_name FROM pg_locks JOIN pg_stat_activity USING (pid)
                        WHERE locktype = 'advisory'
                          AND objid::bigint = hashtext('rebuild of ' || ?)::bigint & 4294967295
                        """)
                .param(projection)
                .query((row, number) -> row.getString(1))
                .optional();
    }

    void killFirst() {
        toFirst.shut();
        first.kill();
    }

    void killSecond() {
        toSecond.shut();
        second.kill();
    }

    void killPostgres() throws IOException {
        toFirst.shut();
        toSecond.shut();
        first.killPostgres();
    }

    /** Waits until the first one answers, started again if it was dead; it brings PostgreSQL back. */
    void recoverFirst() throws IOException {
        first.restartIfDead();
        first.awaitHealth();
        toFirst.open();
    }

    /** Waits until the second one answers, started again if it was dead. */
    void recoverSecond() throws IOException {
        second.restartIfDead();
        second.awaitHealth();
        toSecond.open();
    }

    @Override
    public void close() throws IOException {
        try (first) {
            second.close();
        }
    }
}
