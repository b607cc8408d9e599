package com.emlyon.connect.promise.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.promise.Replica;
import com.emlyon.connect.promise.Views;
import com.emlyon.connect.promise.process.Death;
import com.emlyon.connect.promise.process.LoadBalancer;
import com.emlyon.connect.promise.process.TwoProcesses;
import com.emlyon.connect.promise.rebuild.Writers.Habits;
import com.emlyon.connect.query.Projections;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * While students read and write over HTTP, views are rebuilt, and whoever dies at whatever moment (the node that builds, all
 * nodes, PostgreSQL): the rebuild is finished by itself, equals a fresh fold, and no reader sees an empty, partial or older
 * state.
 */
class RebuildWithoutDowntimeIT {

    private static final int WRITERS = 50;
    private static final int READERS = 50;
    private static final int FEW = 3;
    private static final Duration LONGEST_THOUGHT = Duration.ofMillis(800);
    private static final int CHANGES_FOR_ONE_JOIN = 40;
    private static final long LONGEST_HESITATION = TimeUnit.MILLISECONDS.toNanos(300);

    /** A hundred who ask at once may wait long for their turn on a busy machine; that is not what is looked for. */
    private static final Map<String, String> PATIENT = Map.of("SPRING_DATASOURCE_HIKARI_CONNECTIONTIMEOUT", "45000");

    private final long seed = Long.getLong("promise.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Marks marks = new Marks();

    /** Stays for whoever wants to know why, with the logs of the service. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path data;

    @Test
    @Timeout(value = 45, unit = TimeUnit.MINUTES)
    void whoeverDiesReadersAndWritersGoOnAndTheRebuildIsFinished() throws Exception {
        try (TwoProcesses nodes = TwoProcesses.start(data, PATIENT);
                Operator operator = new Operator(nodes.databaseUrl())) {
            Register register = new Register(nodes.database());
            new LongHistory(nodes.database()).write();
            LoadBalancer balancer = new LoadBalancer(nodes.doors());
            List<StudentOverHttp> students = StudentOverHttp.some(nodes.clients(), balancer, WRITERS);
            register.awaitEnd();
            Writers writers = new Writers(students, marks, new Habits(CHANGES_FOR_ONE_JOIN, LONGEST_THOUGHT));
            Readers readers = new Readers(readers(balancer, students), marks, LONGEST_THOUGHT);
            long answers = 0;
            long changes = 0;
            try (writers;
                    readers) {
                writers.start(seed);
                for (Death death : Death.values()) {
                    // when
                    String view = Projections.NAMES.get(random.nextInt(Projections.NAMES.size()));
                    List<Integer> former = serving(register);
                    long answersBefore = readers.answers();
                    long changesBefore = writers.promised();
                    beginRebuilds(operator, register, nodes, view);
                    System.out.printf("%s while %s, seed %d%n", death, register.builds(), seed);
                    death.strike(nodes, view, random);

                    // then: those who live go on
                    register.awaitRest();
                    answers += readers.answers() - answersBefore;
                    changes += writers.promised() - changesBefore;
                    System.out.printf("%d answers and %d changes during rebuilds so far%n", answers, changes);
                    assertAreLater(serving(register), former);
                    death.recover(nodes);
                    register.assertTidy();
                    assertNobodyComplains(readers, writers, balancer);
                }
            }
            System.out.printf(
                    "%d answers and %d changes in all, %d more were shown late; another node was asked %d times%n",
                    readers.answers(), writers.promised(), writers.late(), balancer.sentOn());
            assertNobodyComplains(readers, writers, balancer);
            assertThat(answers).as("answers during rebuilds").isGreaterThan(READERS * FEW);
            assertThat(changes).as("changes during rebuilds").isGreaterThan(WRITERS);
            register.awaitEnd();
            assertEqualsAFreshFold(nodes.database(), nodes.databaseUrl());
        }
    }

    private static List<ReaderOverHttp> readers(LoadBalancer balancer, List<StudentOverHttp> students) {
        return IntStream.range(0, READERS)
                .mapToObj(number -> new ReaderOverHttp(
                        balancer, students.get(number % students.size()).token(), number))
                .toList();
    }

    /** Returns at a random moment of the rebuild of one view, while somebody builds it. */
    private void beginRebuilds(Operator operator, Register register, TwoProcesses nodes, String view) {
        int moment = random.nextInt(LongHistory.factsFor(view));
        do {
            register.awaitRest();
            operator.beginAll();
            register.await("%d facts are in %s".formatted(moment, view), () -> register.factsBuilt(view) >= moment);
            // A matter of chance: this is no waiting for something.
            LockSupport.parkNanos(random.nextLong(LONGEST_HESITATION));
        } while (!nodes.isBuilt(view));
    }

    private static List<Integer> serving(Register register) {
        return Projections.NAMES.stream().map(register::serving).toList();
    }

    private static void assertAreLater(List<Integer> present, List<Integer> former) {
        List<Boolean> later = new ArrayList<>();
        for (int i = 0; i < former.size(); i++) {
            later.add(present.get(i) > former.get(i));
        }
        assertThat(later).as("%s after %s", present, former).doesNotContain(false);
    }

    private void assertNobodyComplains(Readers readers, Writers writers, LoadBalancer balancer) {
        assertThat(readers.failures()).as("what readers missed, seed %d", seed).isEmpty();
        assertThat(writers.failures()).as("what writers met, seed %d", seed).isEmpty();
        assertThat(balancer.failures())
                .as("what nobody should have been told, seed %d", seed)
                .isEmpty();
    }

    private static void assertEqualsAFreshFold(JdbcClient database, String url) throws IOException {
        long end = database.sql("SELECT max(position) FROM store.fact")
                .query(Long.class)
                .single();
        try (Replica replica = new Replica(5_000)) {
            replica.copy(url, 0, end);
            assertThat(Views.rows(database).equals(replica.tables())).isTrue();
        }
    }
}
