package com.emlyon.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.library.Command.AddBook;
import com.emlyon.platform.eventstore.history.History;
import com.emlyon.platform.projections.generation.ViewDatabase;
import com.emlyon.platform.projections.verify.Difference;
import com.emlyon.platform.projections.verify.Difference.MissingRow;
import com.emlyon.platform.projections.verify.Difference.OtherValue;
import com.emlyon.platform.projections.verify.Difference.SurplusRow;
import com.emlyon.platform.projections.verify.Finding;
import com.emlyon.platform.projections.verify.Observer;
import com.emlyon.platform.projections.verify.Verification;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ChangedRowsAreFoundTest {

    private final List<Difference> differences = new ArrayList<>();
    private Library library;

    @BeforeEach
    void start() {
        library = new Library();
        assertThat(library.send(new AddBook("emma", "Emma"))).isTrue();
        assertThat(library.send(new AddBook("dune", "Dune"))).isTrue();
    }

    @AfterEach
    void stop() {
        library.close();
    }

    @Test
    void tablesThatSayWhatHistorySaysAreEqual() {
        assertThat(verified().isEqual()).isTrue();
        assertThat(differences).isEmpty();
    }

    @Test
    void aChangedAMissingAndASurplusRowAreNamed() {
        library.execute("UPDATE view_loans_1.book SET title = 'Emma!' WHERE book = 'emma'");
        library.execute("DELETE FROM view_loans_1.book WHERE book = 'dune'");
        library.execute("INSERT INTO view_loans_1.book VALUES ('forged', 'Forged')");

        assertThat(verified().isEqual()).isFalse();

        assertThat(differences)
                .containsExactlyInAnyOrder(
                        new OtherValue(LoansProjection.BOOKS, List.of("emma"), LoansProjection.TITLE, "Emma!", "Emma"),
                        new MissingRow(LoansProjection.BOOKS, List.of("dune")),
                        new SurplusRow(LoansProjection.BOOKS, List.of("forged")));
    }

    private Finding verified() {
        return new Verification(library.bean(History.class), library.bean(ViewDatabase.class))
                .verify(library.bean(LoansProjection.class), new Observer() {
                    @Override
                    public void folded(long facts, long position, long goal) {}

                    @Override
                    public void differs(Difference difference) {
                        differences.add(difference);
                    }
                });
    }
}
