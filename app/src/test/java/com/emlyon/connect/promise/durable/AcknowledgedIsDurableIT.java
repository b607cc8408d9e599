package com.emlyon.connect.promise.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.emlyon.connect.promise.process.Death;
import com.emlyon.connect.promise.process.ServiceProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** After a 2xx the fact survives {@code kill -9} of the service and of PostgreSQL at any moment. */
class AcknowledgedIsDurableIT {

    private static final int WRITERS = 6;
    private static final Duration UNTIL_SOMETHING_IS_WRITTEN = Duration.ofMinutes(2);
    private static final Duration UNTIL_VIEWS_AGREE = Duration.ofMinutes(2);

    private final long seed = Long.getLong("promise.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @TempDir
    Path data;

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void whatWasAcknowledgedIsThereAfterEveryDeathAndEveryViewAgrees() throws Exception {
        try (ServiceProcess service = ServiceProcess.start(data)) {
            List<Writer> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                writers.add(Writer.register(service.http(), i, new Random(random.nextLong())));
            }

            // when: the service dies, its database dies, both die
            for (Death death : Death.values()) {
                List<Thread> threads = write(writers);
                letThemWrite(writers);
                death.strike(service);
                for (Thread thread : threads) {
                    thread.interrupt();
                    thread.join();
                }
                death.recover(service);

                // then
                nothingAcknowledgedIsLost(service.database(), writers, death);
                historyHasNoHoles(service.database());
                viewsAgree(service, writers, death);
            }
        }
    }

    private static List<Thread> write(List<Writer> writers) {
        return writers.stream()
                .map(writer -> Thread.ofPlatform().start(() -> writer.writeUntilItDies(writers)))
                .toList();
    }

    /** Something is acknowledged at least. The moment of death is a matter of chance: the rest is no waiting for something. */
    private void letThemWrite(List<Writer> writers) {
        int before = acknowledged(writers, writer -> writer.checkIns).size();
        await().atMost(UNTIL_SOMETHING_IS_WRITTEN)
                .until(() -> acknowledged(writers, writer -> writer.checkIns).size() > before);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1_500 + random.nextInt(2_500)));
    }

    private void nothingAcknowledgedIsLost(JdbcClient database, List<Writer> writers, Death death) {
        Set<String> checkIns =
                strings(database, "SELECT payload ->> 'checkIn' FROM store.fact WHERE type = 'CheckedIn'");
        Set<String> events = strings(database, "SELECT stream FROM store.fact WHERE type = 'EventCreated'");
        Set<String> joined = strings(
                database, "SELECT stream || ' ' || (payload ->> 'account') FROM store.fact WHERE type = 'EventJoined'");
        assertThat(acknowledged(writers, writer -> writer.checkIns))
                .as("acknowledged check-ins, %s, seed %d", death, seed)
                .isNotEmpty()
                .isSubsetOf(checkIns);
        assertThat(acknowledged(writers, writer -> writer.events))
                .as("acknowledged events, %s, seed %d", death, seed)
                .isSubsetOf(events);
        assertThat(acknowledged(writers, writer -> writer.joined))
                .as("acknowledged participations, %s, seed %d", death, seed)
                .isSubsetOf(joined);
    }

    private static Set<String> strings(JdbcClient database, String query) {
        return new HashSet<>(database.sql(query).query(String.class).list());
    }

    private static Set<String> acknowledged(List<Writer> writers, Function<Writer, Collection<String>> what) {
        return new HashSet<>(
                writers.stream().flatMap(writer -> what.apply(writer).stream()).toList());
    }

    private void historyHasNoHoles(JdbcClient database) {
        assertThat(database.sql("SELECT count(*) = max(position) FROM store.fact")
                        .query(Boolean.class)
                        .single())
                .as("positions are 1, 2, 3, …, seed %d", seed)
                .isTrue();
        assertThat(database.sql("SELECT stream FROM store.fact GROUP BY stream HAVING count(*) <> max(sequence) + 1")
                        .query(String.class)
                        .list())
                .as("streams with holes, seed %d", seed)
                .isEmpty();
    }

    private void viewsAgree(ServiceProcess service, List<Writer> writers, Death death) throws IOException {
        JdbcClient database = service.database();
        await("views agree with the facts, %s, seed %d".formatted(death, seed))
                .atMost(UNTIL_VIEWS_AGREE)
                .untilAsserted(() -> {
                    assertThat(shownCheckIns(writers.getFirst())).isEqualTo(strings(database, """
                            SELECT payload ->> 'checkIn'
                            FROM (SELECT DISTINCT ON (stream) type, payload FROM store.fact
                                  WHERE type IN ('CheckedIn', 'CheckedOut') ORDER BY stream, position DESC) AS newest
                            WHERE type = 'CheckedIn'
                            """));
                    assertThat(shownAttendances(writers.getFirst())).isEqualTo(strings(database, """
                            SELECT stream || ' ' || coalesce(payload ->> 'account', payload ->> 'creator')
                            FROM store.fact WHERE type IN ('EventCreated', 'EventJoined')
                            """));
                });
    }

    private static Set<String> shownCheckIns(Writer reader) throws IOException, InterruptedException {
        return new HashSet<>(reader.get("/api/checkins")
                .valueStream()
                .map(checkIn -> checkIn.get("id").stringValue())
                .toList());
    }

    private static Set<String> shownAttendances(Writer reader) throws IOException, InterruptedException {
        return new HashSet<>(reader.get("/api/events")
                .valueStream()
                .flatMap(AcknowledgedIsDurableIT::attendances)
                .toList());
    }

    private static Stream<String> attendances(JsonNode event) {
        return event.get("attendees")
                .valueStream()
                .map(student ->
                        event.get("id").stringValue() + " " + student.get("id").stringValue());
    }

    /** What is killed. */
    private enum Death {
        OF_THE_SERVICE,
        OF_POSTGRESQL,
        OF_BOTH,
        OF_THE_SERVICE_AGAIN;

        void strike(ServiceProcess service) throws IOException {
            switch (this) {
                case OF_THE_SERVICE, OF_THE_SERVICE_AGAIN -> service.kill();
                case OF_POSTGRESQL -> service.killPostgres();
                case OF_BOTH -> {
                    service.killPostgres();
                    service.kill();
                }
            }
        }

        /** The service brings its database back by itself; the service itself is started by its operator. */
        void recover(ServiceProcess service) throws IOException {
            if (this == OF_POSTGRESQL) {
                service.awaitHealth();
            } else {
                service.restart();
            }
        }
    }
}
