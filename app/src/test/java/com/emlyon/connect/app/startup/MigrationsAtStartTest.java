package com.emlyon.connect.app.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.emlyon.connect.app.settings.StartRefused;
import com.emlyon.connect.promise.LoggedLines;
import com.emlyon.platform.postgres.TestPostgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;

/** A start brings tables to the version of the code, or is refused with one sentence. */
class MigrationsAtStartTest {

    private final String url = TestPostgres.freshDatabaseUrl();
    private final Flyway flyway = Flyway.configure()
            .dataSource(url, null, null)
            .locations("classpath:db/migration")
            .target("2")
            .load();
    private final FlywayMigrationStrategy migrations = new MigrationsAtStart().refusingMigrations();

    @Test
    void aStartIsRefusedWhereTablesMustNotBeWorkedWith() {
        // given
        flyway.migrate();
        haveRun("breaking other keys");

        // then
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> migrations.migrate(flyway))
                .withMessageStartingWith("DATABASE_URL: the tables of the database are of version 4711");
    }

    @Test
    void newerTablesAreToldAndWorkedWith() {
        // given
        flyway.migrate();
        haveRun("of later");

        // then
        assertThat(LoggedLines.of(MigrationsAtStart.class, () -> migrations.migrate(flyway)))
                .singleElement()
                .asString()
                .startsWith("WARN The tables of the database are of version 4711, made by a newer program");
    }

    private void haveRun(String description) {
        TestPostgres.executeAsSuperuser(url, """
                INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                VALUES (4711, '4711', '%s', 'SQL', 'V4711__later.sql', 1, 'connect', 1, true)
                """.formatted(description));
    }

    @Test
    void aMigrationThatFailsIsOneSentence() {
        // given
        TestPostgres.executeAsSuperuser(
                url, "CREATE SCHEMA store AUTHORIZATION app CREATE VIEW store.fact AS SELECT 1 AS position");

        // then
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> migrations.migrate(flyway))
                .withMessageMatching(
                        "DATABASE_URL: the tables of the database cannot be brought to the version of this program"
                                + " \\([^\\n]+\\)\\.");
    }
}
