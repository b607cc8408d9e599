package com.emlyon.connect.promise.process;

import com.emlyon.connect.contract.ContractClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The packaged service twice, on the PostgreSQL that the first one brings along: three things that can be killed. */
public final class TwoProcesses implements AutoCloseable {

    private static final String SECOND = "neighbour";

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

    /** Starts both, with such environment variables. */
    public static TwoProcesses start(Path data, Map<String, String> settings) throws IOException {
        return start(data, settings, Map.of());
    }

    /** Starts both, with such environment variables, and further ones for the second. */
    public static TwoProcesses start(Path data, Map<String, String> settings, Map<String, String> ofSecond)
            throws IOException {
        ServiceProcess first = ServiceProcess.start(Files.createDirectory(data.resolve("first")), settings);
        try {
            first.slowCommitsDown(Integer.getInteger("promise.commit-delay", 0));
            Path itsData = Files.createDirectory(data.resolve("second"));
            return new TwoProcesses(first, first.startNeighbour(itsData, SECOND, ofSecond));
        } catch (IOException | RuntimeException failure) {
            first.close();
            throw failure;
        }
    }

    /** Where they are asked by those who notice no death. */
    public List<Door> doors() {
        return List.of(toFirst, toSecond);
    }

    /** Each of them without a door, for as long as nobody is killed. */
    public List<ContractClient> clients() {
        return List.of(new ContractClient(first.http()), new ContractClient(second.http()));
    }

    /** The JDBC URL of their database. */
    public String databaseUrl() {
        return databaseUrl;
    }

    /** Their database, past them. */
    public JdbcClient database() {
        return JdbcClient.create(new DriverManagerDataSource(databaseUrl));
    }

    /** Whether somebody builds the projection at this moment. */
    public boolean isBuilt(String projection) {
        return builder(projection).isPresent();
    }

    /** Kills whoever builds the projection, or the first one. */
    public void killBuilder(String projection) {
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

    /** {@code kill -9} of the one that has brought PostgreSQL, which lives on. */
    public void killFirst() {
        toFirst.shut();
        first.kill();
    }

    /** {@code kill -9} of the other one. */
    public void killSecond() {
        toSecond.shut();
        second.kill();
    }

    /** {@code kill -9} of PostgreSQL. */
    public void killPostgres() throws IOException {
        toFirst.shut();
        toSecond.shut();
        first.killPostgres();
    }

    /** Waits until the first one answers, started again if it was dead; it brings PostgreSQL back. */
    public void recoverFirst() throws IOException {
        first.restartIfDead();
        first.awaitHealth();
        toFirst.open();
    }

    /** Waits until the second one answers, started again if it was dead. */
    public void recoverSecond() throws IOException {
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
