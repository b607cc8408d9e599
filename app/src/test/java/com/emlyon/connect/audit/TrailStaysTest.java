package com.emlyon.connect.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.app.audit.ChainEnd;
import com.emlyon.connect.app.audit.Finding;
import com.emlyon.connect.app.audit.Finding.Broken;
import com.emlyon.connect.app.audit.Finding.Fault;
import com.emlyon.connect.app.audit.Finding.Whole;
import com.emlyon.connect.app.audit.Kind;
import com.emlyon.connect.app.audit.Note;
import com.emlyon.connect.cli.Ran;
import com.emlyon.platform.postgres.TestPostgres;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

/** The table refuses to be changed, and where somebody forces it, the first entry that is not as it was entered is named. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrailStaysTest {

    private static final int ENTRIES = 9;

    /** What the trigger does, for those who can write triggers themselves. */
    private static final String HASH = """
            sha256(convert_to(encode(previous, 'hex') || E'\\n' || number
              || E'\\n' || (extract(epoch FROM at) * 1000000)::bigint || E'\\n' || kind || E'\\n' || coalesce(actor, '')
              || E'\\n' || coalesce(subject, '') || E'\\n' || coalesce(address, '') || E'\\n' || details::text, 'UTF8'))
            """;

    private final String database = TestPostgres.freshDatabaseUrl();
    private final TestNode node = TestNode.start(database, "--connect.audit.most-alike=1000000");
    private final Trail trail = new Trail(node);

    @BeforeEach
    void someEntriesAreThere() {
        IntStream.rangeClosed(1, ENTRIES)
                .forEach(i -> trail.note(Note.of(Kind.LOGGED_IN).about("é" + i).with("place", i)));
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> trail.rows("").size() == ENTRIES);
    }

    /** What is noted is entered a moment later, in order: after this one nothing of the test comes any more. */
    @AfterEach
    void empty() {
        trail.note(Note.of(Kind.TRAIL_READ).about("the last note"));
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> !trail.rows("WHERE subject = 'the last note'").isEmpty());
        trail.tamper("DELETE FROM store.audit", "UPDATE store.audit_end SET number = 0, hash = ''");
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE store.audit SET kind = kind",
                "UPDATE store.audit SET kind = kind WHERE number = -1",
                "DELETE FROM store.audit",
                "TRUNCATE store.audit",
                "UPDATE store.audit_end SET number = 0",
                "DELETE FROM store.audit_end",
                "TRUNCATE store.audit_end"
            })
    void theTablesRefuseToBeChanged(String change) {
        assertThatThrownBy(() -> trail.change(change))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
        assertThat(trail.chain().check()).isInstanceOf(Whole.class);
    }

    @Test
    void whoeverEntersSomethingIsChainedWhateverTheySayOfTheirPlace() {
        trail.change("""
                INSERT INTO store.audit (number, at, kind, details, previous, hash)
                VALUES (1, '2026-11-25 10:00:00.123456+01', 'LOGGED_IN', '{ "b": 1,  "a": 2 }', 'x', 'y')
                """);

        assertThat(trail.chain().check())
                .isInstanceOfSatisfying(
                        Whole.class, whole -> assertThat(whole.last().number()).isEqualTo(ENTRIES + 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at = at + interval '1 microsecond'",
                "kind = 'LOGIN_REFUSED'",
                "actor = 'x'",
                "subject = NULL, address = subject",
                "details = '{ \"place\":4}'",
                "hash = sha256(hash)",
                "previous = sha256(previous)"
            })
    void anEntryThatWasChangedIsNamed(String change) {
        trail.tamper("UPDATE store.audit SET %s WHERE number = 4".formatted(change));

        assertThat(trail.chain().check()).isEqualTo(new Broken(4, Fault.CHANGED));
    }

    @Test
    void anEntryThatWasChangedTogetherWithItsHashIsNamed() {
        trail.tamper(
                "UPDATE store.audit SET actor = 'x' WHERE number = 4",
                "UPDATE store.audit SET hash = %s WHERE number = 4".formatted(HASH));

        assertThat(trail.chain().check()).isEqualTo(new Broken(4, Fault.CHANGED));
    }

    @Test
    void theLastEntryTooHoweverWellItFits() {
        trail.tamper(
                "UPDATE store.audit SET actor = 'x' WHERE number = 9",
                "UPDATE store.audit SET hash = %s WHERE number = 9".formatted(HASH));

        assertThat(trail.chain().check()).isEqualTo(new Broken(9, Fault.CHANGED));
    }

    @ParameterizedTest
    @CsvSource({"number = 1, 1", "number = 5, 5", "number > 5, 6", "number BETWEEN 2 AND 4, 2", "number = 9, 9"})
    void theFirstEntryThatIsMissingIsNamed(String condition, long named) {
        trail.tamper("DELETE FROM store.audit WHERE " + condition);

        assertThat(trail.chain().check()).isEqualTo(new Broken(named, Fault.MISSING));
    }

    @Test
    void whatIsEnteredLaterDoesNotHideThatTheLastOnesAreMissing() {
        trail.tamper("DELETE FROM store.audit WHERE number > 7");

        trail.awaitEntered();

        assertThat(trail.chain().check()).isEqualTo(new Broken(8, Fault.MISSING));
    }

    @Test
    void aTrailThatWasMadeAnewAsAWholeIsNotTheOneThatIsKnown() {
        // given
        ChainEnd known = whole().last();

        // when
        trail.tamper(
                "UPDATE store.audit SET actor = 'x' WHERE number = 9",
                "UPDATE store.audit SET hash = %s WHERE number = 9".formatted(HASH),
                "UPDATE store.audit_end SET hash = (SELECT hash FROM store.audit WHERE number = 9)");

        // then
        assertThat(trail.chain().check()).isInstanceOf(Whole.class);
        assertThat(trail.chain().check(known)).isEqualTo(new Broken(9, Fault.NOT_AS_KNOWN));

        // when
        trail.tamper(
                "DELETE FROM store.audit WHERE number = 9",
                "UPDATE store.audit_end SET number = 8, hash = (SELECT hash FROM store.audit WHERE number = 8)");

        // then
        assertThat(trail.chain().check()).isInstanceOf(Whole.class);
        assertThat(trail.chain().check(known)).isEqualTo(new Broken(9, Fault.MISSING));
    }

    @Test
    void afterTheOldestWereArchivedTheRestIsWholeForWhoeverKnowsTheLastOfThem() {
        // given
        ChainEnd archived = endAt(4);
        trail.tamper("DELETE FROM store.audit WHERE number <= 4");

        // then
        assertThat(trail.chain().check(archived))
                .isInstanceOfSatisfying(
                        Whole.class, whole -> assertThat(whole.first()).isEqualTo(5));
        assertThat(trail.chain().check(new ChainEnd(4, whole(archived).last().hash())))
                .isEqualTo(new Broken(4, Fault.CHANGED));
        assertThat(trail.chain().check()).isEqualTo(new Broken(1, Fault.MISSING));
    }

    private ChainEnd endAt(long number) {
        List<String> hashes = trail.told(Kind.LOGGED_IN, "encode(hash, 'hex')");
        return new ChainEnd(number, hashes.get((int) number - 1));
    }

    private Whole whole() {
        return whole(endAt(1));
    }

    private Whole whole(ChainEnd known) {
        Finding finding = trail.chain().check(known);
        assertThat(finding).isInstanceOf(Whole.class);
        return (Whole) finding;
    }

    @Test
    void theCommandSaysWhatIsSoAndEndsAccordingly() {
        ChainEnd end = whole().last();

        assertThat(Ran.on(database, "audit"))
                .isEqualTo(
                        new Ran(0, "Entries 1 to 9 are as they were entered; the last one is %s%n".formatted(end), ""));
        assertThat(Ran.on(database, "audit", "--known", end.toString()).exitCode())
                .isZero();
        assertThat(Ran.on(database, "audit", "--known", "9:" + "0".repeat(64)))
                .isEqualTo(new Ran(1, "BROKEN: entry 9 is not the one that is known%n".formatted(), ""));
        assertThat(Ran.on(database, "audit", "--known", "nine").exitCode()).isEqualTo(2);

        // when
        trail.tamper("DELETE FROM store.audit WHERE number = 3");

        // then
        assertThat(Ran.on(database, "audit")).isEqualTo(new Ran(1, "BROKEN: entry 3 is missing%n".formatted(), ""));
        assertThat(Ran.on("jdbc:postgresql://127.0.0.1:1/nothing?user=nobody", "audit")
                        .exitCode())
                .isEqualTo(3);
    }
}
