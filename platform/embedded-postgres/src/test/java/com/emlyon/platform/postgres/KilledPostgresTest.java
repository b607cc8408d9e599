package com.emlyon.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The built-in PostgreSQL after somebody was killed: itself, or a service in the middle of something. */
@Timeout(480)
class KilledPostgresTest extends OwnDataFolder {

    private static final Duration A_WHILE = Duration.ofMinutes(2);

    /** What is unfinished is so for less than the tenth of a second after which one usually looks again, on a fast machine. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(2);

    @Test
    void aKilledServerIsStartedAgainOnTheSamePort() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(data)) {
            // given
            Sql.execute(postgres, "create table kept as select 'é' as text");
            Postmaster first = folder().postmaster();

            // when
            DataOfATest.kill(first);

            // then
            await().atMost(A_WHILE)
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(Sql.query(postgres, "select text from kept"))
                            .isEqualTo("é"));
            assertThat(folder().postmaster().port()).isEqualTo(first.port());
            assertThat(folder().postmaster().pid()).isNotEqualTo(first.pid());
        }
    }

    @Test
    void aServerThatOutlivedItsServiceIsUsedAgainAndStoppedInTheEnd() throws Exception {
        // given
        Postmaster left;
        try (OtherService killed = OtherService.start(data)) {
            killed.port();
            left = folder().postmaster();
            killed.kill();
        }
        assertThat(left.isAlive()).isTrue();

        // when
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(data)) {

            // then
            assertThat(folder().postmaster()).isEqualTo(left);
            assertThat(Sql.query(postgres, "select 1")).isEqualTo("1");
        }
        assertThat(left.isAlive()).isFalse();
    }

    @Test
    void whenTheServerOfSeveralServicesIsKilledItIsStartedOnce() throws Exception {
        try (EmbeddedPostgres first = EmbeddedPostgres.open(data);
                EmbeddedPostgres second = EmbeddedPostgres.open(data)) {
            // given
            Postmaster former = folder().postmaster();

            // when
            DataOfATest.kill(former);

            // then
            await().atMost(A_WHILE).ignoreExceptions().untilAsserted(() -> {
                assertThat(folder().postmaster()).isNotEqualTo(former);
                assertThat(Sql.query(first, "select 1")).isEqualTo("1");
                assertThat(Sql.query(
                                second, "select count(*) from pg_stat_activity where application_name like '%watch'"))
                        .isEqualTo("2");
            });
            assertThat(data.resolve("postgres/server.log")).content().doesNotContain("lock file");
        }
    }

    @Test
    void aServiceKilledWhileItMadeTheDatabaseIsFollowedByOneThatStarts() throws Exception {
        // given
        try (OtherService killed = OtherService.start(data)) {
            await().atMost(A_WHILE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(BETWEEN_LOOKS)
                    .until(() -> DataOfATest.hasChild(data, "postgres.unfinished-"));
            killed.kill();
        }
        assertThat(data.resolve("postgres")).doesNotExist();

        // when
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(data)) {

            // then
            assertThat(Sql.query(postgres, "select 1")).isEqualTo("1");
        }
        EmbeddedPostgres.open(data).close();
        assertThat(DataOfATest.hasChild(data, "postgres.unfinished-")).isFalse();
    }

    @Test
    void aServiceKilledWhileItUnpackedTheProgramsIsFollowedByOneThatStarts() throws Exception {
        // given
        Path own = data.resolve("postgres-bin");
        Files.delete(own);
        try (OtherService killed = OtherService.start(data)) {
            await().atMost(A_WHILE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(BETWEEN_LOOKS)
                    .until(() -> DataOfATest.hasChild(own, "unfinished-"));
            killed.kill();
        }

        // when
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(data)) {

            // then
            assertThat(Sql.query(postgres, "select 1")).isEqualTo("1");
            assertThat(DataOfATest.hasChild(own, "unfinished-")).isFalse();
        }
    }

    @Test
    void theNumberOfADeadServerMayBelongToAnotherProcess() throws Exception {
        // given
        EmbeddedPostgres.open(data).close();
        long somebodyElse = ProcessHandle.current().parent().orElseThrow().pid();
        Files.writeString(data.resolve("postgres/postmaster.pid"), "%d\n%s\n1\n5432\n\n".formatted(somebodyElse, data));

        // when
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(data)) {

            // then
            assertThat(Sql.query(postgres, "select 1")).isEqualTo("1");
        }
    }
}
