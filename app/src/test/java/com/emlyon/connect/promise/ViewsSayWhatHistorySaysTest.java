package com.emlyon.connect.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.EmlyonConnect;
import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.app.cli.EmlyonCommand;
import com.emlyon.connect.app.database.TestPostgres;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;

/** The command {@code verify}, beside a running service. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ViewsSayWhatHistorySaysTest {

    private static final String EQUAL = "(?s).*accounts: equal; .*check-ins: equal; .*events: equal; .*";

    private final String database = TestPostgres.freshDatabaseUrl();
    private final TestNode node = TestNode.start(database);
    private final Campus campus = new Campus(node);
    private final RandomHistory term = new RandomHistory(20261123, campus);

    @BeforeAll
    void aLivelyTermTakesPlace() {
        term.goOn(300);
        campus.awaitEndOfHistory("rules", "accounts", "check-ins", "events");
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void afterALivelyTermTheyDo() {
        Run run = verify(database);

        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(run.text()).matches(EQUAL).contains("facts folded, position");
    }

    @Test
    void andWhileTheTermGoesOn() {
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Void> students = CompletableFuture.runAsync(() -> {
            while (!over.get()) {
                term.goOn(10);
            }
        });
        try {
            for (int i = 0; i < 2; i++) {
                Run run = verify(database);
                assertThat(run.exitCode()).as(run.text()).isZero();
            }
        } finally {
            over.set(true);
            students.join();
            campus.awaitEndOfHistory("rules", "accounts", "check-ins", "events");
        }
    }

    @Test
    void whateverSomebodyChangesIsNamed() {
        // given
        List<Tampering> tamperings = Arrays.stream(Kept.values())
                .flatMap(kept -> Stream.of(missing(kept), surplus(kept), changed(kept, kept.column, kept.otherValue)))
                .toList();
        for (Kept kept : Kept.values()) {
            sql("CREATE TABLE saved_%s AS SELECT * FROM %s".formatted(kept.table(), placeOf(kept)));
        }
        try {
            // when
            tamperings.forEach(tampering -> sql(tampering.statement()));

            // then
            Run run = verify(database);
            assertThat(run.exitCode()).isOne();
            assertThat(run.differences())
                    .containsExactlyInAnyOrderElementsOf(
                            tamperings.stream().map(Tampering::line).toList());
            assertThat(run.text())
                    .contains("accounts: DIFFERENT in 3 places; ")
                    .contains("check-ins: DIFFERENT in 3 places; ")
                    .contains("events: DIFFERENT in 6 places; ");
        } finally {
            for (Kept kept : Kept.values()) {
                sql("DELETE FROM " + placeOf(kept));
                sql("INSERT INTO %s SELECT * FROM saved_%s".formatted(placeOf(kept), kept.table()));
            }
        }
        assertThat(verify(database).exitCode()).isZero();
    }

    private Tampering missing(Kept kept) {
        String key = keyIn(kept, 0);
        return new Tampering(
                "DELETE FROM %s WHERE %s = '%s'".formatted(placeOf(kept), kept.key, key),
                kept.line(key, "is missing in the table"));
    }

    private Tampering surplus(Kept kept) {
        return new Tampering(
                "INSERT INTO %1$s SELECT %2$s FROM %1$s LIMIT 1".formatted(placeOf(kept), kept.surplus),
                kept.line(kept.keyOfSurplus, "is in the table, but not in history"));
    }

    private Tampering changed(Kept kept, String column, String otherValue) {
        String key = keyIn(kept, 1);
        return new Tampering(
                "UPDATE %s SET %s = %s WHERE %s = '%s'".formatted(placeOf(kept), column, otherValue, kept.key, key),
                kept.line(key, column + " differs"));
    }

    private record Tampering(String statement, String line) {}

    /** The tables, and how each can be tampered with. */
    private enum Kept {
        ACCOUNT(
                "accounts",
                "id",
                "account id=",
                "'x', email, name, promotion, avatar_url, created_at, updated_at",
                "x",
                "updated_at",
                "updated_at + interval '1 microsecond'"),
        CHECK_IN(
                "check-ins",
                "account",
                "check_in account=",
                "'x', 'y', place, latitude, longitude, emoji, at",
                "x",
                "latitude",
                "latitude + 1e-9"),
        EVENT("events", "id", "event id=", "'x', creator, title, description, date", "x", "creator", "creator || '!'"),
        ATTENDANCE(
                "events",
                "event || ' account=' || account",
                "attendance event=",
                "'x', 'y', 1",
                "x account=y",
                "joined",
                "joined + 1");

        private final String projection;
        private final String key;
        private final String row;
        private final String surplus;
        private final String keyOfSurplus;
        private final String column;
        private final String otherValue;

        Kept(
                String projection,
                String key,
                String row,
                String surplus,
                String keyOfSurplus,
                String column,
                String otherValue) {
            this.projection = projection;
            this.key = key;
            this.row = row;
            this.surplus = surplus;
            this.keyOfSurplus = keyOfSurplus;
            this.column = column;
            this.otherValue = otherValue;
        }

        String table() {
            return name().toLowerCase(Locale.ROOT);
        }

        String line(String keyOfRow, String difference) {
            return "%s: %s%s: %s".formatted(projection, row, keyOfRow, difference);
        }
    }

    private String keyIn(Kept kept, int number) {
        return text("SELECT %s FROM %s ORDER BY 1 LIMIT 1 OFFSET %d".formatted(kept.key, placeOf(kept), number));
    }

    private String placeOf(Kept kept) {
        return text(
                "SELECT 'view_%s_' || generation || '.%s' FROM view.generation WHERE projection = '%s' AND state = 'SERVING'"
                        .formatted(kept.projection.replace('-', '_'), kept.table(), kept.projection));
    }

    @Test
    void valuesAreShownOnlyWhenTheyAreAskedFor() {
        String place = placeOf(Kept.ACCOUNT);
        String account = keyIn(Kept.ACCOUNT, 0);
        String name = text("SELECT name FROM %s WHERE id = '%s'".formatted(place, account));
        sql("UPDATE %s SET name = 'Quelqu''un' WHERE id = '%s'".formatted(place, account));
        try {
            assertThat(verify(database, "accounts").text()).doesNotContain("Quelqu'un", name);
            assertThat(verify(database, "accounts", "--values").text())
                    .contains("name differs, in the table: Quelqu'un, from history: " + name);
        } finally {
            sql("UPDATE %s SET name = '%s' WHERE id = '%s'".formatted(place, name, account));
        }
    }

    @Test
    void onlyTheNamedOnesAreLookedAt() {
        assertThat(verify(database, "events", "accounts").text())
                .doesNotContain("check-ins")
                .contains("events:", "accounts:");
    }

    @Test
    void aNameThatNoProjectionHasIsMisuse() {
        Run run = verify(database, "accounts", "nonsense");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.text()).contains("There is no projection nonsense, but accounts, check-ins, events");
    }

    @Test
    void whatCannotBeFoundOutIsNeitherEqualNorDifferent() {
        assertThat(verify("jdbc:postgresql://127.0.0.1:1/nothing?user=nobody").exitCode())
                .isEqualTo(3);
    }

    @Test
    void whoVerifiesChangesNothingAndLooksAtThePositionWhereTheTablesAre() {
        String other = TestPostgres.freshDatabaseUrl();
        assertThat(verify(other).text()).contains("accounts: has no tables yet");
        assertThat(verify(other).exitCode()).isOne();
        try (TestNode late = TestNode.start(other)) {
            // given
            Views views = new Views(late, 200);
            RandomHistory more = new RandomHistory(1, new Campus(late));
            views.follow();
            more.goOn(50);
            String before = positions(late);

            // when
            Run run = verify(other);

            // then
            assertThat(run.exitCode()).as(run.text()).isZero();
            assertThat(positions(late)).isEqualTo(before);

            // when
            views.follow();

            // then
            assertThat(positions(late)).isNotEqualTo(before);
            assertThat(verify(other).exitCode()).isZero();
        }
    }

    private static String positions(TestNode node) {
        return node.bean(JdbcClient.class)
                .sql("SELECT string_agg(whole::text, ', ' ORDER BY projection) FROM view.generation AS whole")
                .query(String.class)
                .single();
    }

    @Test
    void parkedFactsAreNamedAsWhatTheViewLacksAndNothingElseHidesBehindThem() {
        String other = TestPostgres.freshDatabaseUrl();
        try (TestNode poisoned = TestNode.start(other)) {
            // given
            JdbcClient client = poisoned.bean(JdbcClient.class);
            new RandomHistory(2, new Campus(poisoned)).goOn(20);
            client.sql("""
                    INSERT INTO store.fact (stream, sequence, stream_type, id, type, revision, payload, metadata, recorded_at)
                    VALUES ('poisoned', 0, 'Account', gen_random_uuid(), 'AccountRenamed', '1', '{"at": 7}', '{}', now())
                    """).update();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> client.sql("SELECT count(*) FROM view.parked WHERE projection = 'accounts'")
                                    .query(Long.class)
                                    .single()
                            == 1);
            Object position =
                    client.sql("SELECT position FROM view.parked").query().singleValue();

            // when
            Run run = verify(other, "accounts");

            // then
            assertThat(run.exitCode()).isOne();
            assertThat(run.text())
                    .contains("accounts: the fact at position %s is parked".formatted(position))
                    .contains("accounts: equal, apart from 1 parked facts; ");
            assertThat(verify(other, "check-ins", "events").exitCode()).isZero();

            // when
            client.sql("UPDATE view_accounts_1.account SET name = 'x'").update();

            // then
            assertThat(verify(other, "accounts").text())
                    .contains("name differs", "DIFFERENT in", "apart from 1 parked facts");
        }
    }

    private String text(String query) {
        return node.bean(JdbcClient.class).sql(query).query(String.class).single();
    }

    private void sql(String statement) {
        node.bean(JdbcClient.class).sql(statement).update();
    }

    private static Run verify(String database, String... arguments) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said, true);
        CommandLine command = EmlyonCommand.over(() -> new SpringApplicationBuilder(EmlyonConnect.class))
                .setOut(writer)
                .setErr(writer);
        List<String> all = new ArrayList<>(List.of("verify"));
        all.addAll(List.of(arguments));
        all.addAll(List.of(
                "--DATABASE_URL=" + database,
                "--PORT=" + TestNode.freePort(),
                "--JWT_SECRET=" + TestNode.JWT_SECRET,
                "--DATA_DIR=" + Path.of("target", "verify").toAbsolutePath(),
                // Other tests of this JVM read logs.
                "--logging.level.root=info"));
        return new Run(command.execute(all.toArray(String[]::new)), said.toString());
    }

    /** What came of it. */
    private record Run(int exitCode, String text) {

        List<String> differences() {
            return text.lines()
                    .filter(line -> line.contains(" differs")
                            || line.contains(" is missing in ")
                            || line.contains(" is in the "))
                    .toList();
        }
    }
}
