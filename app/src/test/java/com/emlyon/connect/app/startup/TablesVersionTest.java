package com.emlyon.connect.app.startup;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.platform.postgres.TestPostgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Tables that this code cannot work with are refused with a sentence, not misread. */
class TablesVersionTest {

    private final String url = TestPostgres.freshDatabaseUrl();
    private final Flyway flyway = Flyway.configure()
            .dataSource(url, null, null)
            .locations("classpath:db/migration")
            .target("2")
            .load();

    TablesVersionTest() {
        flyway.migrate();
    }

    @Test
    void tablesOfThisVersionOrOlderAreFine() {
        assertThat(TablesVersion.problem(flyway)).isEmpty();
    }

    @Test
    void tablesOfANewerVersionAreFineWhereFormerNodesCanWorkWithThem() {
        // given
        haveRun("4711", "of later");

        // then
        assertThat(TablesVersion.problem(flyway)).isEmpty();
        assertThat(TablesVersion.newerThanKnown(flyway)).contains("4711");
    }

    @Test
    void tablesThatFormerNodesMustNotWorkWithAreRefused() {
        // given
        haveRun("4711", "breaking other keys");
        haveRun("4712", "of later");

        // then
        assertThat(TablesVersion.problem(flyway).orElseThrow())
                .matches(
                        "DATABASE_URL: the tables of the database are of version 4711, and this program knows only up to"
                                + " [0-9]+; start the newer program, or restore a backup from before it\\.");
    }

    @Test
    void tablesThatANewerProgramHasChangedOnlyInPartAreRefused() {
        // given
        haveRun("4711", "of later");
        TestPostgres.executeAsSuperuser(url, "UPDATE flyway_schema_history SET success = false WHERE version = '4711'");

        // then
        assertThat(TablesVersion.problem(flyway).orElseThrow()).contains("are of version 4711");
    }

    private void haveRun(String version, String description) {
        TestPostgres.executeAsSuperuser(url, """
                INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                VALUES (%1$s, '%1$s', '%2$s', 'SQL', 'V%1$s__later.sql', 1, 'connect', 1, true)
                """.formatted(version, description));
    }

    @Test
    void aMigrationThatHasRunInAnotherFormIsRefused() {
        // given
        TestPostgres.executeAsSuperuser(url, "UPDATE flyway_schema_history SET checksum = 17 WHERE version = '2'");

        // then
        assertThat(TablesVersion.problem(flyway))
                .contains(
                        "DATABASE_URL: migration 2 has run on the database in another form than this program has it; start"
                                + " the program that it was made with.");
    }
}
