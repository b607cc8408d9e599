package com.emlyon.connect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.app.cli.EmlyonCommand;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.platform.postgres.TestPostgres;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands beside a running service, and what programs read of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperatorCommandsTest {

    private static final Duration A_WHILE = Duration.ofMinutes(1);
    private static final String NEXT_MASTER_KEY = "a further master key of the tests without a comma";

    private final String database = TestPostgres.freshDatabaseUrl();
    private final TestNode node = TestNode.start(database, "--MASTER_KEYS_ACCEPTED=" + NEXT_MASTER_KEY);
    private final ContractClient client = new ContractClient(node);

    @AfterAll
    void stop() {
        node.close();
    }

    private static JsonNode json(Ran ran) {
        assertThat(ran.err()).isEmpty();
        return JsonMapper.shared().readTree(ran.out());
    }

    private String entered(String kind) {
        return String.join(
                "\n",
                node.bean(JdbcClient.class)
                        .sql("SELECT actor || ' ' || coalesce(subject, '-') FROM store.audit WHERE kind = ?")
                        .param(kind)
                        .query(String.class)
                        .list());
    }

    @Test
    void aCommandThatOnlyLooksDoesNotStartTheApplication() {
        StringWriter out = new StringWriter();

        int exitCode = EmlyonCommand.over(() -> {
                    throw new AssertionError("the application is started");
                })
                .setOut(new PrintWriter(out, true))
                .execute(
                        "projections",
                        "--DATABASE_URL=" + database,
                        "--JWT_SECRET=" + TestNode.JWT_SECRET,
                        "--MASTER_KEY=" + TestNode.MASTER_KEY);

        assertThat(exitCode).isZero();
        assertThat(out.toString()).startsWith("PROJECTION ").contains("accounts    SERVING");
    }

    @Test
    void programsReadHowProjectionsStand() {
        JsonNode projections = json(Ran.on(database, "projections", "--json"));

        assertThat(projections
                        .valueStream()
                        .map(projection -> projection.get("name").stringValue()))
                .containsExactly("accounts", "check-ins", "events");
        assertThat(projections.get(0).get("state").stringValue()).isEqualTo("SERVING");
    }

    @Test
    void programsReadWhatIsParked() {
        assertThat(json(Ran.on(database, "parked", "events", "--json")).isEmpty())
                .isTrue();
    }

    @Test
    void programsReadWhetherTheTrailIsWhole() {
        client.newMember("Pia One");
        Awaitility.await().atMost(A_WHILE).until(() -> !entered("REGISTERED").isEmpty());

        JsonNode trail = json(Ran.on(database, "audit", "--json"));

        assertThat(trail.get("whole").booleanValue()).isTrue();
        assertThat(trail.get("known").stringValue()).matches("[0-9]+:[0-9a-f]{64}");
    }

    @Test
    void programsReadWhetherViewsSayWhatHistorySays() {
        JsonNode verified = json(Ran.verify(database, "accounts", "--json"));

        assertThat(verified.get(0).get("projection").stringValue()).isEqualTo("accounts");
        assertThat(verified.get(0).get("result").stringValue()).isEqualTo("EQUAL");
    }

    @Test
    void theHistoryOfAStreamIsListedInClearAndThatIsEntered() {
        // given
        Member pia = client.newMember("Pia Martin");

        // when
        Ran lines = Ran.on(database, "history", pia.id());
        JsonNode facts = json(Ran.on(database, "history", pia.id(), "--json"));

        // then
        assertThat(lines.exitCode()).isZero();
        assertThat(lines.out()).contains("AccountRegistered").contains("Pia Martin");
        assertThat(facts.get(0).get("type").stringValue()).isEqualTo("AccountRegistered");
        assertThat(facts.get(0).get("payload").get("name").stringValue()).isEqualTo("Pia Martin");
        assertThat(entered("HISTORY_READ")).contains("operator " + pia.id());
    }

    @Test
    void aStreamThatDoesNotExistIsSaid() {
        assertThat(Ran.on(database, "history", "nope"))
                .isEqualTo(new Ran(1, "", "There is no stream nope%n".formatted()));
    }

    @Test
    void theSessionsOfAnAccountAreEndedAtOnce() {
        // given
        Member pia = client.newMember("Pia Three");

        // when
        Ran ran = Ran.on(database, "sessions", "end", pia.id());

        // then
        assertThat(ran).isEqualTo(new Ran(0, "1 sessions of %s are ended%n".formatted(pia.id()), ""));
        assertThat(client.get("/api/users/me").as(pia).send().status()).isEqualTo(401);
        assertThat(entered("LOGGED_OUT_EVERYWHERE")).contains("operator " + pia.id());
    }

    @Test
    void sessionsOfAnUnknownAccountAreNotEnded() {
        assertThat(Ran.on(database, "sessions", "end", "nobody"))
                .isEqualTo(new Ran(1, "", "There is no account nobody%n".formatted()));
    }

    @Test
    void accountsAreForgottenAsIfTheirHoldersHadDeletedThem() {
        // given
        Member pia = client.newMember("Pia Four");
        Member max = client.newMember("Max Five");
        client.newCheckIn(pia, "Le Sucre");
        String unknown = UUID.randomUUID().toString();

        // when
        Ran ran = Ran.on(database, "forget", pia.id(), unknown);

        // then
        assertThat(ran)
                .isEqualTo(new Ran(
                        1, "%s is forgotten%n".formatted(pia.id()), "There is no account %s%n".formatted(unknown)));
        assertThat(client.get("/api/users/me").as(pia).send().status()).isEqualTo(401);
        Awaitility.await()
                .atMost(A_WHILE)
                .untilAsserted(() -> assertThat(
                                client.get("/api/checkins").as(max).send().text())
                        .doesNotContain(pia.id()));
        assertThat(entered("ACCOUNT_DELETED")).contains("operator " + pia.id());
    }

    @Test
    void keysAreWrappedAnewWithTheMasterKeyThatIsGiven() {
        // when
        Ran ran = Ran.on(
                database,
                "rotate-key",
                "--MASTER_KEY=" + NEXT_MASTER_KEY,
                "--connect.master.accepted[0]=" + TestNode.MASTER_KEY);

        // then
        try {
            assertThat(ran.err()).isEmpty();
            assertThat(ran.out()).matches("All keys are wrapped by the master key [0-9a-f]{16}\\R");
            assertThat(node.bean(JdbcClient.class)
                            .sql(
                                    "SELECT master FROM store.key UNION SELECT master FROM store.person_key WHERE master IS NOT NULL")
                            .query(String.class)
                            .list())
                    .containsExactly(ran.out().strip().replaceAll(".* ", ""));
        } finally {
            Ran.on(database, "rotate-key", "--MASTER_KEYS_ACCEPTED=" + NEXT_MASTER_KEY);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INSERT INTO flyway_schema_history SELECT 98, '9999', description, type, script, checksum, installed_by, installed_on, execution_time, success FROM flyway_schema_history LIMIT 1 | DELETE FROM flyway_schema_history WHERE version = '9999' | are of version 9999, and this program knows only up to",
                "UPDATE flyway_schema_history SET success = false WHERE type = 'SQL' AND version <> '1' | UPDATE flyway_schema_history SET success = true | are of version 1, and this program needs version",
            })
    void tablesOfAnotherVersionAreLeftAlone(String change, String undo, String sentence) {
        TestPostgres.executeAsSuperuser(database, change);
        try {
            Ran ran = Ran.on(database, "projections");

            assertThat(ran.exitCode()).isEqualTo(1);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err())
                    .startsWith("DATABASE_URL: the tables of the database ")
                    .contains(sentence);
        } finally {
            TestPostgres.executeAsSuperuser(database, undo);
        }
    }

    @Test
    void aDatabaseWithoutTablesIsLeftWithoutThem() {
        String empty = TestPostgres.freshDatabaseUrl();

        assertThat(Ran.on(empty, "projections"))
                .isEqualTo(new Ran(
                        1,
                        "",
                        "DATABASE_URL: the database has no tables yet; start the service once, which makes them.%n"
                                .formatted()));
    }
}
