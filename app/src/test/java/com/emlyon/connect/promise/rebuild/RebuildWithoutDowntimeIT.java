package com.emlyon.connect.promise.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.promise.Replica;
import com.emlyon.connect.promise.Views;
import com.emlyon.connect.promise.durable.ServiceProcess;
import com.emlyon.connect.query.Projections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Rebuilds are finished, whoever dies at whatever moment: the node that builds, all nodes, PostgreSQL. */
class RebuildWithoutDowntimeIT {

    private static final int STUDENTS = 25_000;
    private static final String NEIGHBOUR = "neighbour";

    private final long seed = Long.getLong("promise.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @TempDir
    Path data;

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void whoeverDiesTheRebuildIsFinishedAndEqualsAFreshFold() throws Exception {
        try (ServiceProcess first = ServiceProcess.start(folder("first"))) {
            String url = first.databaseUrl();
            JdbcClient database = JdbcClient.create(new DriverManagerDataSource(url));
            Register register = new Register(database);
            livelyTerm(database);
            register.await("the views show the term", () -> shown(database) == STUDENTS);
            try (ServiceProcess second = first.startNeighbour(folder("second"), NEIGHBOUR);
                    Operator operator = new Operator(url)) {
                timeOfARebuild(operator, register);
                long undisturbed = timeOfARebuild(operator, register);
                for (Death death : Death.values()) {
                    // when
                    operator.beginAll();
                    letPass(random.nextLong(undisturbed));
                    System.out.printf(
                            "%s while check-ins is %s, seed %d%n", death, register.next(Projections.CHECK_INS), seed);
                    strike(death, first, second, database);

                    // then: those who live go on
                    register.awaitRest();
                    recover(death, first, second);
                    register.assertTidy();
                    assertThat(shown(database)).isEqualTo(STUDENTS);
                }
                equalsAFreshFold(database, url);
            }
        }
    }

    private void strike(Death death, ServiceProcess first, ServiceProcess second, JdbcClient database)
            throws IOException {
        switch (death) {
            case OF_THE_BUILDER -> {
                boolean isSecond = builder(database).filter(NEIGHBOUR::equals).isPresent();
                (isSecond ? second : first).kill();
            }
            case OF_ONE_AFTER_THE_OTHER -> {
                second.kill();
                letPass(random.nextLong(TimeUnit.SECONDS.toNanos(1)));
                first.kill();
                first.restart();
            }
            case OF_POSTGRESQL -> {
                first.killPostgres();
                first.awaitHealth();
            }
            case OF_ALL -> {
                second.kill();
                first.killPostgres();
                first.kill();
                first.restart();
            }
        }
    }

    private static void recover(Death death, ServiceProcess first, ServiceProcess second) throws IOException {
        switch (death) {
            case OF_THE_BUILDER -> {
                first.restartIfDead();
                second.restartIfDead();
            }
            case OF_ONE_AFTER_THE_OTHER, OF_ALL -> second.restartIfDead();
            case OF_POSTGRESQL -> second.awaitHealth();
        }
    }

    /** Who holds the lock of whoever builds check-ins. */
    private static Optional<String> builder(JdbcClient database) {
        return database.sql("""
                        SELECT application_name FROM pg_locks JOIN pg_stat_activity USING (pid)
                        WHERE locktype = 'advisory'
                          AND objid::bigint = hashtext('rebuild of check-ins')::bigint & 4294967295
                        """).query((row, number) -> row.getString(1)).optional();
    }

    private static long timeOfARebuild(Operator operator, Register register) {
        long begun = System.nanoTime();
        operator.beginAll();
        register.awaitRest();
        return System.nanoTime() - begun;
    }

    private static void livelyTerm(JdbcClient database) {
        database.sql("""
                INSERT INTO store.fact (stream, sequence, stream_type, id, type, revision, payload, metadata, recorded_at)
                SELECT 'presence-' || student, 0, 'Presence', gen_random_uuid(), 'CheckedIn', '1',
                  jsonb_build_object('account', student, 'checkIn', gen_random_uuid(), 'place', 'Bar', 'emoji', null,
                    'latitude', 45.7489, 'longitude', 4.8181, 'at', '2026-11-23T08:15:30.123456Z'), '{}', now()
                FROM (SELECT gen_random_uuid() AS student FROM generate_series(1, ?)) AS term
                """).param(STUDENTS).update();
        database.sql("""
                INSERT INTO store.fact (stream, sequence, stream_type, id, type, revision, payload, metadata, recorded_at)
                SELECT event, 0, 'CampusEvent', gen_random_uuid(), 'EventCreated', '1',
                  jsonb_build_object('event', event, 'creator', gen_random_uuid(), 'title', 'Gala',
                    'description', 'Au parc', 'date', '2027-05-01T18:30:00Z', 'at', '2026-11-23T08:15:30.123456Z'),
                  '{}', now()
                FROM (SELECT gen_random_uuid() AS event FROM generate_series(1, ?)) AS term
                """).param(STUDENTS).update();
    }

    private static long shown(JdbcClient database) {
        return database.sql("SELECT least((SELECT count(*) FROM view.check_in), (SELECT count(*) FROM view.event))")
                .query(Long.class)
                .single();
    }

    private static void equalsAFreshFold(JdbcClient database, String url) {
        long end = database.sql("SELECT max(position) FROM store.fact")
                .query(Long.class)
                .single();
        try (Replica replica = new Replica(5_000)) {
            replica.copy(url, 0, end);
            assertThat(replica.tables().equals(Views.rows(database))).isTrue();
        }
    }

    /** The moment of death is a matter of chance: this is no waiting for something. */
    private static void letPass(long nanos) {
        LockSupport.parkNanos(nanos);
    }

    private Path folder(String name) throws IOException {
        return Files.createDirectory(data.resolve(name));
    }

    /** What is killed. */
    private enum Death {
        OF_THE_BUILDER,
        OF_POSTGRESQL,
        OF_ONE_AFTER_THE_OTHER,
        OF_ALL
    }
}
