package com.emlyon.connect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.platform.postgres.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code check} finds in configurations. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CheckCommandTest {

    private final String database = TestPostgres.freshDatabaseUrl();
    private final TestNode node = TestNode.start(database);

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void aGoodConfigurationIsFoundGood() {
        Ran ran = Ran.on(database, "check");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out().lines())
                .containsExactly(
                        "ok       settings",
                        "ok       ports",
                        "ok       folders",
                        "ok       database",
                        "ok       tables",
                        "ok       keys");
    }

    @Test
    void allProblemsOfAConfigurationAreFoundAtOnce() {
        // when
        Ran ran = Ran.on(
                database,
                "check",
                "--json",
                "--MASTER_KEY=a master key that has wrapped nothing here",
                "--TRUSTED_PROXIES=the proxy",
                "--BASE_URL=connect",
                "--MANAGEMENT_PORT=" + node.http().getPort(),
                "--connect.feed.ping-interval=soon",
                "--connect.avatar.pixels=many");

        // then
        assertThat(ran.exitCode()).isEqualTo(1);
        JsonNode document = json(ran);
        assertThat(document.get("ok").booleanValue()).isFalse();
        assertThat(document.get("problems")
                        .valueStream()
                        .map(problem -> problem.get("variable").stringValue()))
                .containsExactlyInAnyOrder(
                        "TRUSTED_PROXIES",
                        "BASE_URL",
                        "MANAGEMENT_PORT",
                        "CONNECT_FEED_PING_INTERVAL",
                        "CONNECT_AVATAR_PIXELS",
                        "MASTER_KEY");
    }

    @Test
    void demoDataInProductionIsOneOfTheProblems() {
        JsonNode document = json(Ran.on(
                database, "check", "--json", "--NODE_ENV=production", "--connect.demo=true", "--BASE_URL=connect"));

        assertThat(document.get("problems")
                        .valueStream()
                        .map(problem -> problem.get("variable").stringValue()))
                .containsExactlyInAnyOrder("CONNECT_DEMO", "BASE_URL");
    }

    @Test
    void whatTheServiceNeedsAroundItIsTried(@TempDir Path data) throws IOException {
        // given
        Files.createFile(data.resolve("uploads"));

        // when
        JsonNode document = json(Ran.on(
                database.replaceAll("password=.*", "password=wrong"),
                "check",
                "--json",
                "--PORT=" + node.http().getPort(),
                "--DATA_DIR=" + data));

        // then
        assertThat(document.get("problems")
                        .valueStream()
                        .map(problem -> problem.get("variable").stringValue()))
                .containsExactlyInAnyOrder("PORT", "DATA_DIR", "DATABASE_URL");
    }

    @Test
    void aDatabaseThatOnlyReadsIsAProblem() {
        // given
        String readOnly = TestPostgres.freshDatabaseUrl();
        TestPostgres.executeAsSuperuser(readOnly, """
                DO $$ BEGIN
                  EXECUTE format('ALTER DATABASE %I SET default_transaction_read_only = on', current_database());
                END $$
                """);

        // then
        assertThat(Ran.on(readOnly, "check").out())
                .contains("PROBLEM  database: DATABASE_URL: ")
                .contains(" only reads ");
    }

    @Test
    void tablesOfAProgramThatThisOneMustNotWorkBesideAreAProblem() {
        // given
        String newer = TestPostgres.freshDatabaseUrl();
        Flyway.configure()
                .dataSource(newer, null, null)
                .locations("classpath:db/migration")
                .target("2")
                .load()
                .migrate();
        TestPostgres.executeAsSuperuser(newer, """
                INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                VALUES (4711, '4711', 'breaking other keys', 'SQL', 'V4711__later.sql', 1, 'connect', 1, true)
                """);

        // then
        assertThat(Ran.on(newer, "check").out())
                .contains("PROBLEM  tables: DATABASE_URL: the tables of the database are of version 4711");
    }

    private static JsonNode json(Ran ran) {
        assertThat(ran.err()).isEmpty();
        return JsonMapper.shared().readTree(ran.out());
    }
}
