package com.emlyon.connect.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.cli.Ran;
import com.emlyon.connect.promise.KeptTable.Tampering;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whatever somebody changes in the tables of the views, the command {@code verify} says so. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TamperedViewsAreNamedTest {

    private final LivelyTerm term = new LivelyTerm();

    @AfterAll
    void stop() {
        term.close();
    }

    @Test
    void whateverSomebodyChangesIsNamed() {
        // given
        List<Tampering> tamperings = Arrays.stream(KeptTable.values())
                .flatMap(table -> table.tamperings(term.sql()))
                .toList();
        for (KeptTable kept : KeptTable.values()) {
            sql("CREATE TABLE saved_%s AS SELECT * FROM %s".formatted(kept.table(), kept.placeIn(term.sql())));
        }
        try {
            // when
            tamperings.forEach(tampering -> sql(tampering.statement()));

            // then
            Ran ran = Ran.verify(term.database());
            assertThat(ran.exitCode()).isOne();
            assertThat(differences(ran))
                    .containsExactlyInAnyOrderElementsOf(
                            tamperings.stream().map(Tampering::line).toList());
            assertThat(ran.text())
                    .contains("accounts: DIFFERENT in 3 places; ")
                    .contains("check-ins: DIFFERENT in 3 places; ")
                    .contains("events: DIFFERENT in 6 places; ");
        } finally {
            for (KeptTable kept : KeptTable.values()) {
                sql("DELETE FROM " + kept.placeIn(term.sql()));
                sql("INSERT INTO %s SELECT * FROM saved_%s".formatted(kept.placeIn(term.sql()), kept.table()));
            }
        }
        assertThat(Ran.verify(term.database()).exitCode()).isZero();
    }

    @Test
    void valuesAreShownOnlyWhenTheyAreAskedFor() {
        String place = KeptTable.ACCOUNT.placeIn(term.sql());
        String account = KeptTable.ACCOUNT.keyIn(term.sql(), 0);
        String name = term.sql()
                .sql("SELECT name FROM %s WHERE id = '%s'".formatted(place, account))
                .query(String.class)
                .single();
        sql("UPDATE %s SET name = 'Quelqu''un' WHERE id = '%s'".formatted(place, account));
        try {
            assertThat(Ran.verify(term.database(), "accounts").text()).doesNotContain("Quelqu'un", name);
            assertThat(Ran.verify(term.database(), "accounts", "--values").text())
                    .contains("name differs, in the table: Quelqu'un, from history: " + name);
        } finally {
            sql("UPDATE %s SET name = '%s' WHERE id = '%s'".formatted(place, name, account));
        }
    }

    private void sql(String statement) {
        term.sql().sql(statement).update();
    }

    private static List<String> differences(Ran ran) {
        return ran.text()
                .lines()
                .filter(line ->
                        line.contains(" differs") || line.contains(" is missing in ") || line.contains(" is in the "))
                .toList();
    }
}
