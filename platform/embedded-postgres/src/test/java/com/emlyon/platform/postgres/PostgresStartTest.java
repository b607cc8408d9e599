package com.emlyon.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The built-in PostgreSQL starts beside what needs it later. */
@Timeout(480)
class PostgresStartTest extends OwnDataFolder {

    private static final Duration A_WHILE = Duration.ofMinutes(2);

    @Test
    void whatHasBegunGoesOnWhileNobodyWaitsForIt() throws Exception {
        try (PostgresStart start = new PostgresStart(PostgresOptions.in(data))) {
            // when
            start.begin();

            // then
            await().atMost(A_WHILE).until(() -> Files.exists(data.resolve("postgres/postmaster.pid")));
            assertThat(Sql.query(start.await(), "select 1")).isEqualTo("1");
            assertThat(start.await()).isSameAs(start.await());
        }
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void withoutABeginningItStartsForTheFirstWhoNeedsIt() throws Exception {
        try (PostgresStart start = new PostgresStart(PostgresOptions.in(data))) {
            assertThat(Sql.query(start.await(), "select 1")).isEqualTo("1");
        }
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void whatNobodyNeedsMakesNothing() {
        new PostgresStart(PostgresOptions.in(data)).close();

        assertThat(data.resolve("postgres")).doesNotExist();
    }

    @Test
    void aServerThatIsClosedWhileItStartsIsNotLeftRunning() {
        // given
        PostgresStart start = new PostgresStart(PostgresOptions.in(data));
        start.begin();

        // when
        start.close();

        // then
        assertThat(data.resolve("postgres/PG_VERSION")).exists();
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void aStartThatIsBrokenOffLeavesNoServerRunning() {
        // given
        PostgresStart start = new PostgresStart(PostgresOptions.in(data));
        start.begin();

        // when
        Thread.currentThread().interrupt();
        start.close();

        // then
        assertThat(Thread.interrupted()).isTrue();
        assertThat(data.resolve("postgres/PG_VERSION")).exists();
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void aRefusalIsToldToThoseWhoWaitAndTheEndIsQuiet() throws IOException {
        // given
        Path file = Files.createFile(data.resolve("file"));
        PostgresStart start = new PostgresStart(PostgresOptions.in(file));

        // when
        start.begin();

        // then
        assertThatExceptionOfType(PostgresStartException.class)
                .isThrownBy(start::await)
                .withMessageStartingWith("The built-in PostgreSQL cannot keep its data in " + file);
        start.close();
    }
}
